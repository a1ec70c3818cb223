#!/usr/bin/env python3
"""The README's tour, run: each ```sql block that a ```text block follows must print just that.

    readme.py EXTENSION             compares; the last line: readme: N passed, N failed
    readme.py EXTENSION --write     puts what the blocks print now into the README, to be read by a person

The blocks run one after the other in the sqlite3 shell, in box mode, on the sample archive.
"""
import os
import re
import subprocess
import sys
import tempfile

PAIR = re.compile(r"```sql\n(.*?)```\n+```text\n(.*?)```", re.S)
SQLITE3 = os.environ.get("SQLITE3", "sqlite3")


def output(extension, database, sql):
    script = f".load {extension}\n.mode box --wrap 50\n{sql}\n"
    run = subprocess.run([SQLITE3, "-batch", "-init", "/dev/null", database], input=script, capture_output=True,
                         text=True, timeout=60, check=False)
    # where an error came from in the input is the shell's, and differs by its version
    errors = re.sub(r"^(Parse|Runtime)? ?[Ee]rror( near line \d+)?: ", "error: ", run.stderr, flags=re.M)
    errors = re.sub(r" \(1\)$", "", errors, flags=re.M)
    return run.stdout + errors


def main():
    extension, write = os.path.abspath(sys.argv[1]), "--write" in sys.argv[2:]
    with open("README.md", encoding="utf-8") as file:
        readme = file.read()
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, "sample.db")
        with open("sql/sample.sql", encoding="utf-8") as sample:
            subprocess.run([SQLITE3, "-batch", "-init", "/dev/null", database], stdin=sample, check=True)

        def replace(pair):
            nonlocal passed, failed
            got = output(extension, database, pair[1])
            if got == pair[2]:
                passed += 1
            elif not write:
                failed += 1
                print(f"readme: failed:\n{pair[1]}got\n{got}the README says\n{pair[2]}")
            return pair[0][: pair.start(2) - pair.start()] + got + "```"

        changed = PAIR.sub(replace, readme)
    if write:
        with open("README.md", "w", encoding="utf-8") as file:
            file.write(changed)
    print(f"readme: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
