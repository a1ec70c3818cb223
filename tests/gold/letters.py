#!/usr/bin/env python3
"""Names in other letters than the gold set has: in small letters throughout, in capitals, with hyphens as newswire reads them.

    letters.py EXTENSION GOLD.db SCORER

Prints a line each: label, F1. The articles and marks are changed in a copy that is removed afterwards; letters whose
other case has another length stay, so that spans hold.

Hyphens: of a name and a participle ("Paris-based"), CoNLL-2003 marks the whole as MISC, newswire the name in it, with
the type that it has where it stands alone; what is "-based" and stands nowhere alone is a place. The third line scores
against marks so changed.
"""
import collections
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

extension, gold, scorer = sys.argv[1:]
PARTICIPLE = re.compile(r"(.+)-[a-z]+(?:ed|led|run|owned|backed|bound|born)$")
MARKS = "SELECT m.rowid, m.type, substr(a.body, m.start, m.length) FROM gold_mentions m JOIN articles a ON a.id = m.article"


def change_case(how):
    def change(database):
        database.create_function("change", 1, lambda text: "".join(how(c) if len(how(c)) == 1 else c for c in text))
        database.execute("UPDATE articles SET body = change(body)")
        database.execute("UPDATE gold_mentions SET text = change(text)")

    return change


def change_hyphens(database):
    marks = database.execute(MARKS).fetchall()
    types = collections.defaultdict(collections.Counter)
    for _, type_, text in marks:
        types[text][type_] += 1
    for rowid, _, text in marks:
        found = PARTICIPLE.match(text)
        if found and (types[found[1]] or text.endswith("-based")):
            type_ = types[found[1]].most_common(1)[0][0] if types[found[1]] else "LOC"
            database.execute("UPDATE gold_mentions SET length = ?, type = ?, text = ? WHERE rowid = ?",
                             (len(found[1]), type_, found[1], rowid))


CHANGES = (
    ("names, in small letters    F1", change_case(str.lower)),
    ("names, in capitals         F1", change_case(str.upper)),
    ("names, hyphens as ours     F1", change_hyphens),
)

with tempfile.TemporaryDirectory() as folder:
    for label, change in CHANGES:
        path = os.path.join(folder, "gold.db")
        shutil.copyfile(gold, path)
        os.chmod(path, 0o600)
        database = sqlite3.connect(path)
        change(database)
        database.commit()
        database.close()
        out = subprocess.run([scorer, "--ext", extension, "--json", path], capture_output=True, text=True, check=True)
        print(f"{label}  {json.loads(out.stdout)['scores']['micro']['f1']:.3f}")
