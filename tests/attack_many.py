"""Runs the attack many times in one process.

    attack_many.py ATTACK.py

Each line read names files, a JSON list; what the attack prints of them follows, and a line "END" with its exit code.
"""
import contextlib, importlib.util, io, json, sys

spec = importlib.util.spec_from_file_location("attack", sys.argv[1])
attack = importlib.util.module_from_spec(spec)
spec.loader.exec_module(attack)
for line in sys.stdin:
    sys.argv[1:] = json.loads(line)
    said, code = io.StringIO(), 0
    with contextlib.redirect_stdout(said):
        try:
            attack.main()
        except SystemExit as end:
            code = end.code or 0
    print(said.getvalue() + f"END {code}", flush=True)
