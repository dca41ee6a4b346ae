//! What neither bounds nor a search near the truth could settle: the smallest and the largest value
//! by a mixed-integer program.

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};

use super::system::{FARTHEST, Patience, System, Verdict};

/// Numbers in a program, at most; a larger component is not tried.
const MOST: usize = 600;

pub(super) fn judge(system: &System, number: usize, patience: Patience) -> Verdict {
    let component = system.component(&[number]);
    if MOST < component.len() || patience.nodes == 0 {
        return Verdict::Unproven;
    }
    let ways = [OptimizationDirection::Maximize, OptimizationDirection::Minimize];
    let ends = ways.map(|way| Program::of(system, &component, way).solve(number, patience));
    match ends {
        [End::Elsewhere, _] | [_, End::Elsewhere] => Verdict::Open,
        [End::AtTruth, End::AtTruth] => Verdict::Recovered,
        _ => Verdict::Unproven,
    }
}

/// Where the number ends when it is driven one way.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// Somewhere else than the truth, by an assignment that was checked.
    Elsewhere,
    AtTruth,
    Unknown,
}

struct Program<'a> {
    system: &'a System,
    component: &'a [usize],
    way: OptimizationDirection,
}

impl<'a> Program<'a> {
    const fn of(system: &'a System, component: &'a [usize], way: OptimizationDirection) -> Self {
        Self { system, component, way }
    }

    fn solve(&self, number: usize, patience: Patience) -> End {
        let mut problem = Problem::new(self.way);
        let mut options = SolveOptions::default();
        // Half of it for either way.
        options.node_limit = Some(patience.nodes / 2);
        options.time_limit = Some(patience.time / 2);
        let variables: Vec<(usize, Variable)> = self
            .component
            .iter()
            .map(|place| {
                let room = self.system.room(*place);
                let end = |by: i64| i32::try_from(by.clamp(-FARTHEST, FARTHEST)).unwrap_or(0);
                let goal = if *place == number { 1.0 } else { 0.0 };
                (*place, problem.add_integer_var(goal, (end(room.from), end(room.to))))
            })
            .collect();
        self.relate(&mut problem, &variables);
        let outcome = problem.solve_with(options);
        let Ok(solution) = outcome.map(microlp::SolveOutcome::into_solution) else {
            return End::Unknown;
        };
        let Ok(solution) = solution else {
            return End::Unknown;
        };
        let values =
            variables.iter().map(|(place, variable)| (*place, solution.var_value(*variable)));
        let witness: Vec<(usize, i64)> =
            values.map(|it| (it.0, whole(it.1))).filter(|it| it.1 != 0).collect();
        if witness.iter().any(|it| it.0 == number) {
            return if self.system.allows(&witness) { End::Elsewhere } else { End::Unknown };
        }
        let proven = solution.status() == microlp::SolutionStatus::Optimal;
        if proven { End::AtTruth } else { End::Unknown }
    }

    fn relate(&self, problem: &mut Problem, variables: &[(usize, Variable)]) {
        let mut rows: Vec<usize> = self
            .component
            .iter()
            .filter_map(|it| self.system.touching.get(*it))
            .flat_map(|rows| rows.iter().map(|it| it.0))
            .collect();
        rows.sort_unstable();
        rows.dedup();
        for row in rows.into_iter().filter_map(|it| self.system.relations.get(it)) {
            let terms = row.terms.iter().filter_map(|(coefficient, number)| {
                let at = variables.binary_search_by_key(number, |it| it.0).ok()?;
                Some((variables.get(at)?.1, *coefficient as f64))
            });
            let terms: Vec<(Variable, f64)> = terms.collect();
            if row.room.is_none() {
                problem.add_constraint(terms.as_slice(), ComparisonOp::Eq, 0.0);
                continue;
            }
            if row.room.from != -i64::MAX {
                let from = row.room.from as f64;
                problem.add_constraint(terms.as_slice(), ComparisonOp::Ge, from);
            }
            if row.room.to != i64::MAX {
                let to = row.room.to as f64;
                problem.add_constraint(terms.as_slice(), ComparisonOp::Le, to);
            }
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "bounds keep it within a million")]
fn whole(value: f64) -> i64 {
    value.round() as i64
}
