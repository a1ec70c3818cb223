#!/usr/bin/env python3
"""The README, run: each ```sql, ```sh or ```python block that a ```text block follows must print just that.

    readme.py EXTENSION             compares; the last line: readme: N passed, N failed
    readme.py EXTENSION --write     puts what the blocks print now into the README, to be read by a person

The blocks run one after the other in a folder that has build/newswire.so and the sample archive, build/demo.db, as `make
demo` leaves them: those of SQL in the sqlite3 shell, in box mode. Python's are skipped where no Python loads extensions.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

PAIR = re.compile(r"```(sql|sh|python)\n(.*?)```\n+```text\n(.*?)```", re.S)
SQLITE3 = os.environ.get("SQLITE3", "sqlite3")
LOADS = "import sqlite3; sqlite3.connect(':memory:').enable_load_extension(True)"


def python():
    """A Python whose sqlite3 loads extensions, or None."""
    for candidate in (sys.executable, "/usr/bin/python3"):
        if os.path.exists(candidate):
            if subprocess.run([candidate, "-c", LOADS], capture_output=True, check=False).returncode == 0:
                return candidate
    return None


def output(folder, language, code):
    """What a block prints; None where it cannot be run here."""
    script = code
    if language == "sql":
        command = [SQLITE3, "-batch", "-init", "/dev/null", "build/demo.db"]
        script = f".load ./build/newswire\n.mode box --wrap 50\n{code}\n"
    elif language == "sh":
        command = ["sh"]
    elif python():
        command = [python(), "-"]
    else:
        return None
    run = subprocess.run(command, input=script, capture_output=True, text=True, timeout=60, check=False, cwd=folder,
                         env={**os.environ, "HOME": folder})
    # where an error came from in the input is the shell's, and differs by its version
    errors = re.sub(r"^(Parse|Runtime)? ?[Ee]rror( near line \d+)?: ", "error: ", run.stderr, flags=re.M)
    errors = re.sub(r" \(1\)$", "", errors, flags=re.M)
    return run.stdout + errors


def main():
    write = "--write" in sys.argv[2:]
    count = {"passed": 0, "failed": 0, "skipped": 0}
    with open("README.md", encoding="utf-8") as file:
        readme = file.read()
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "build"))
        shutil.copy(sys.argv[1], os.path.join(folder, "build", "newswire.so"))
        with open("sql/sample.sql", encoding="utf-8") as sample:
            subprocess.run([SQLITE3, "-batch", "-init", "/dev/null", os.path.join(folder, "build", "demo.db")], stdin=sample,
                           check=True)

        def replace(pair):
            got = output(folder, pair[1], pair[2])
            if got is None:
                count["skipped"] += 1
                return pair[0]
            if got == pair[3]:
                count["passed"] += 1
            elif not write:
                count["failed"] += 1
                print(f"readme: failed:\n{pair[2]}got\n{got}the README says\n{pair[3]}")
            return pair[0][: pair.start(3) - pair.start()] + got + "```"

        changed = PAIR.sub(replace, readme)
    if write:
        with open("README.md", "w", encoding="utf-8") as file:
            file.write(changed)
    skipped = f", {count['skipped']} skipped" if count["skipped"] else ""
    print(f"readme: {count['passed']} passed, {count['failed']} failed{skipped}")
    return 1 if count["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
