#!/usr/bin/env python3
"""Names where capitals tell nothing: the articles of a gold set in small letters throughout, and in capitals.

    letters.py EXTENSION GOLD.db SCORER

Prints a line each: label, F1. The articles are changed in a copy that is removed afterwards; letters whose other
case has another length stay, so that spans hold.
"""
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

extension, gold, scorer = sys.argv[1:]


def change(text, how):
    return "".join(how(c) if len(how(c)) == 1 else c for c in text)


with tempfile.TemporaryDirectory() as folder:
    for label, how in (("names, in small letters    F1", str.lower), ("names, in capitals         F1", str.upper)):
        path = os.path.join(folder, "gold.db")
        shutil.copyfile(gold, path)
        os.chmod(path, 0o600)
        database = sqlite3.connect(path)
        database.create_function("change", 1, lambda text: change(text, how))
        database.execute("UPDATE articles SET body = change(body)")
        if any(row[1] == "text" for row in database.execute("PRAGMA table_info(gold_mentions)")):
            database.execute("UPDATE gold_mentions SET text = change(text)")
        database.commit()
        database.close()
        out = subprocess.run([scorer, "--ext", extension, "--json", path], capture_output=True, text=True, check=True)
        print(f"{label}  {json.loads(out.stdout)['scores']['micro']['f1']:.3f}")
