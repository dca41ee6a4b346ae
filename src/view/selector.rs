//! A choice among named things.

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selector<T> {
    /// What is chosen, for screen readers.
    pub name: String,
    pub current: T,
    pub current_label: String,
    pub options: Vec<(T, String)>,
}

impl<T: PartialEq> Selector<T> {
    /// What is chosen is called as it is among the options.
    pub fn new(name: String, current: T, options: Vec<(T, String)>) -> Self {
        let label = options.iter().find(|it| it.0 == current).map(|it| it.1.clone());
        Self { name, current, current_label: label.unwrap_or_default(), options }
    }
}
