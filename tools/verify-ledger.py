#!/usr/bin/env python3
"""Verifies an export of the ledger, and of award standings: verify-ledger.py ledger.jsonl [standings.jsonl ...]

Chains, balances, daily roots and standings are computed again, as docs/ledger.md and docs/awards.md define them. It ends with
0 when all is as it should be, with 1 after saying where a file first differs, with 2 when a file cannot be read.
"""
import argparse, hashlib, json, re, sys
from fractions import Fraction

KEYS = "v id seq debit credit points year kind ruleSet grade mean lines evidence corrects code askedBy approvedBy postedAt"
COUNTS = "points attendance halfDay cover training excellent good fair poor adjustment".split()
STAGES = {"ledger": 0, "root": 1, "entry": 2, "account": 2, "end": 3}
PLAIN = re.compile(r'("[A-Za-z0-9._:#-]{1,400}"|-?[0-9]+|null|[][{},:])*')
GENESIS = "0" * 64

def demand(fact, line, what):
    if not fact:
        raise AssertionError(f"line {line}: {what}")

def text_of(value, ordered=False):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=ordered)

def sha(text):
    return hashlib.sha256(text.encode()).hexdigest()

def lines_of(path):
    """Each line with its number and the digest of all before. A line is the one text of its value: no byte hides a change."""
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for number, raw in enumerate(file, 1):
            try:
                line = json.loads(raw)
            except (ValueError, RecursionError):
                line = None
            same = isinstance(line, dict) and "kind" in line and f"{text_of(line)}\n".encode(errors="replace") == raw
            demand(same, number, "is not a line of such a file")
            yield number, line, digest
            digest.update(raw)

def check_entry(entry, hash_, chain, number):
    before, seq, text = chain[-1] if chain else (GENESIS, entry), len(chain) + 1, text_of(entry)
    form = " ".join(entry) == KEYS and entry["v"] == 1 and PLAIN.fullmatch(text)
    demand(form, number, "the entry is not in canonical form 1")
    demand((entry["seq"], entry["credit"]) == (seq, before[1]["credit"]), number, f"entry {seq} should stand here")
    demand(hash_ == sha(f"{before[0]}\n{text}"), number, f"entry {entry['id']} does not carry its hash")
    demand(entry["points"] == sum(points for _, _, points in entry["lines"]), number, "the lines do not come to the points")
    people = [entry[key] for key in ("code", "askedBy", "approvedBy")]
    sound = None not in people and people[1] != people[2] if entry["kind"] == "correction" else not any(people)
    demand(sound, number, "a correction, and nothing else, has a code and two different people")

def tally_of(entry):
    tally = [entry["points"]] + [0] * 9
    for rule, quantity, points in entry["lines"]:
        tally[COUNTS.index(entry["grade"] if rule == "grade" else rule)] += points if rule == "adjustment" else quantity
    return tally

class Ledger:
    def __init__(self, awards):
        self.awards, self.roots, self.wanted, self.persons, self.issuers, self.entries = awards, [], {}, {}, {}, 0

    def read(self, path):
        chain, previous, person, stage, number = [], GENESIS, "", 0, 0
        for number, line, digest in lines_of(path):
            kind, before, stage = line["kind"], stage, STAGES.get(line["kind"], -1)
            demand((number == 1) == (stage == 0) and before <= stage and before < 3, number, f"{kind} is out of place")
            if kind == "root":
                root = line["root"]
                demand(root["n"] == len(self.roots) + 1, number, f"root {len(self.roots) + 1} should stand here")
                previous = sha(f"{previous}\n{text_of(root)}")
                demand(line["hash"] == previous, number, "the root does not carry its hash")
                self.roots.append((number, line))
                self.wanted.update({(one, seq): None for one, seq in line["moved"]})
            elif kind == "entry":
                check_entry(line["entry"], line["hash"], chain, number)
                chain.append((line["hash"], line["entry"]))
            elif kind == "account":
                demand(chain and line["pseudonym"] > person, number, "the account is empty or out of order")
                self.close(line, chain, number)
                chain, person = [], line["pseudonym"]
            elif kind == "end":
                demand(not chain and line == {"kind": "end", "lines": number - 1, "sha256": digest.hexdigest()}, number,
                       "an account is missing, or this line or the first was changed")
        demand(stage == 3, number + 1, "the end is missing")
        self.check_roots()

    def close(self, account, chain, number):
        person, years = chain[0][1]["credit"].removeprefix("person:"), {}
        demand(len({entry["id"] for _, entry in chain}) == len(chain), number, "one cause was posted twice")
        for _, entry in chain:
            year = str(entry["year"])
            years[year] = [a + b for a, b in zip(years.get(year, [0] * 10), tally_of(entry))]
            self.issuers[entry["debit"]] = self.issuers.get(entry["debit"], 0) - entry["points"]
        own = {"kind": "account", "pseudonym": person, "seq": len(chain), "hash": chain[-1][0], "years": years}
        demand(account == own, number, f"the account should be {text_of(own)}")
        self.persons[person], self.entries = years, self.entries + len(chain)
        self.wanted.update({(person, at): one for at, (one, _) in enumerate(chain, 1) if (person, at) in self.wanted})
        for award in self.awards:
            award.count(person, chain)

    def check_roots(self):
        heads = {}
        for number, line in self.roots:
            root, moved = line["root"], dict(line["moved"])
            heads = moved if root["full"] else {**heads, **moved}
            gone = [length for length in moved.items() if not self.wanted[length]]
            demand(not gone, number, f"root {root['n']} knows more entries than are here: {gone[:1]}")
            lines = "".join(f"{person} {heads[person]} {self.wanted[person, heads[person]]}\n" for person in sorted(heads))
            same = (root["heads"], root["accounts"], root["entries"]) == (sha(lines), len(heads), sum(heads.values()))
            demand(same, number, f"the chains do not come to root {root['n']}")

class Award:
    """One run: its frozen lines, and what the ledger then says about its people."""
    def __init__(self, path):
        self.kinds, self.tallies, stage = {}, {}, 0
        for number, line, _ in lines_of(path):
            before, stage = stage, "manifest activity person standing place result".split().index(line["kind"])
            demand(before <= stage and text_of(line) == text_of(line, True), number, "lines or keys are not in order")
            self.kinds.setdefault(line["kind"], []).append((number, line))
        ((self.at, self.manifest),) = self.kinds["manifest"]
        self.people = {line["pseudonym"]: (number, line) for number, line in self.kinds.get("person", [])}

    def count(self, person, chain):
        number, frozen = self.people.get(person, (0, {"entries": 0, "head": GENESIS}))
        head = ([(GENESIS, None)] + chain)[: frozen["entries"] + 1][-1][0]
        demand(head == frozen["head"], number, f"the chain of {person} has another head")
        entries = [entry for _, entry in chain[: frozen["entries"]] if entry["year"] == self.manifest["year"]]
        total, served, means = [sum(column) for column in zip([0] * 10, *map(tally_of, entries))], {}, {}
        for entry in entries:
            served[entry["debit"]] = served.get(entry["debit"], 0) + tally_of(entry)[1]
            means.setdefault(entry["debit"], Fraction(*entry["mean"])) if entry["mean"] else None
        held = [means[activity] for activity, times in served.items() if times > 0 and activity in means]
        self.tallies[person] = total[0], total[2], total[1], sum(held) / len(held) if held else None

    def standing(self, person, number, frozen, seed):
        demand(person in self.tallies or not frozen["entries"], number, f"the ledger does not know {person}")
        points, half_days, attendances, mean = self.tallies.get(person, (0, 0, 0, None))
        rules, party, lot = self.manifest["rules"], frozen["status"] == "partyMember", sha(f"{seed}\n{person}")
        return (-points, -half_days, -attendances, (mean is None, -(mean or 0)), lot), {
            **{key: frozen[key] for key in frozen if key not in ("entries", "head")}, "kind": "standing", "points": points,
            "halfDays": half_days, "attendances": attendances, "mean": mean and f"{mean.numerator}/{mean.denominator}",
            "lot": lot, "vetoed": frozen["employed"] and points <= 0,
            "preferred": frozen["employed"] and points > rules["partyLine" if party else "othersLine"],
            "belowFloor": frozen["volunteer"] and party and points < rules["floor"],
            "candidate": frozen["volunteer"] and points > 0}

    def check(self):
        manifest = self.manifest
        for kind, count, digest in ("person", "people", "peopleDigest"), ("activity", "activities", "activitiesDigest"):
            lines = self.kinds.get(kind, [])
            same = len(lines) == manifest[count] and self.digest(kind) == manifest[digest]
            demand(same, lines[0][0] if lines else self.at, f"from here on, the {kind} lines are not those frozen")
        seed = sha(text_of({"draw": 1, "year": manifest["year"], **manifest["draw"]}, True))
        rows = sorted(self.standing(person, number, frozen, seed) for person, (number, frozen) in self.people.items())
        self.compare("standing", rows, len(rows), lambda at, row: {**row, "rank": at})
        able = [row for row in rows if row[1]["candidate"]]
        self.compare("place", able, min(len(able), manifest["rules"]["places"]),
                     lambda at, row: {"kind": "place", "place": at, "pseudonym": row["pseudonym"]})
        ((number, result),) = self.kinds["result"]
        own = {"kind": "result", "digest": self.digest("manifest", "standing", "place")}
        demand(result == own, number, "the manifest or this line was changed")
        return own["digest"]

    def digest(self, *kinds):
        return sha("".join(text_of(line, True) + "\n" for kind in kinds for _, line in self.kinds.get(kind, [])))

    def compare(self, kind, rows, count, shown):
        """What puts somebody ahead of the next one is the first criterion in which they differ."""
        given = self.kinds.get(kind, [])
        for at, (number, line) in enumerate(given[:count]):
            pairs = zip("points workdays attendances mean draw".split(), rows[at][0], rows[min(at + 1, len(rows) - 1)][0])
            own = {**shown(at + 1, rows[at][1]), "decidedBy": next((name for name, a, b in pairs if a != b), None)}
            demand(line == own, number, f"this {kind} should be {text_of(own, True)}")
        demand(len(given) == count, given[-1][0] if given else self.at, f"there should be {count} lines {kind}")

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--expect", action="append", default=[], metavar="HASH", help="a root or result announced elsewhere")
    parser.add_argument("--balances", action="store_true", help="print what everybody has, as JSON")
    args, awards, path = parser.parse_args(), [], ""
    try:
        for path in args.files[1:]:
            awards.append(Award(path))
        ledger, path = Ledger(awards), args.files[0]
        ledger.read(path)
        known = {line["hash"] for _, line in ledger.roots}
        for path, award in zip(args.files[1:], awards):
            known.add(award.check())
        demand(known.issuperset(args.expect), "-", f"there is no root and no result {set(args.expect) - known}")
    except OSError as error:
        return print(f"cannot read {path}: {error}", file=sys.stderr) or 2
    except (AssertionError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        what = error if isinstance(error, AssertionError) else f"is not of form 1: {error!r}"
        return print(f"differs: {path} {what}") or 1
    last = ledger.roots[-1][1]["hash"] if ledger.roots else "none"
    told = f"ok: {len(ledger.persons)} people, {ledger.entries} entries, {len(awards)} award runs, last root {last}"
    return print(text_of({"persons": ledger.persons, "issuers": ledger.issuers}) if args.balances else told) or 0

if __name__ == "__main__":
    sys.exit(main())
