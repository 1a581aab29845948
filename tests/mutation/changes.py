"""Where and how a C++ source of this tree is changed: one small fault a mutant. Text, not syntax: what does not compile is dropped later."""
import re

# clang-format puts spaces round comparisons and none round template brackets: that tells the two apart.
TURNED = [(" < ", " <= "), (" <= ", " < "), (" > ", " >= "), (" >= ", " > "), (" == ", " != "), (" != ", " == "), (" && ", " || "),
          (" || ", " && "), (" + ", " - "), (" - ", " + "), (" += ", " -= "), (" -= ", " += "), (" |= ", " &= "), (" & ", " | "),
          ("std::min(", "std::max("), ("std::max(", "std::min("), ("++", "--"), (" & ~", " & ")]
WORDS = [(r"\btrue\b", "false"), (r"\bfalse\b", "true"), (r"\bbreak;", ";"), (r"\bcontinue;", ";")]
STATEMENT = re.compile(r"^(\s+)((?:if \([^;{}]*\) |else )?)((?!return\b|using\b|const\b|auto\b|case\b|break\b|continue\b|static\b|throw\b)"
                       r"[\w:.\->\[\]*()]+ ?(?:[|&+\-]?= .*|\(.*\)|\(.*)?;)$")


def blank(text):
    """The same text with comments, strings, preprocessor lines, room asked for ahead of time and counted work (how much a step counts is free;
    that it is counted is shown by scripts/prove bounds) as spaces, so that nothing in them is changed."""
    out = list(text)
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|R"\((?:.*?)\)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'|^[ \t]*#[^\n]*|static_assert\([^\n]*|^[^\n]*(?:\.reserve|\bspend|\bfill|\btake_room)\([^\n]*', re.S | re.M)
    for found in pattern.finditer(text):
        for i in range(*found.span()):
            if out[i] != "\n":
                out[i] = " "
    return "".join(out)


def closing(text, start):
    """The place of the bracket that closes the one at `start`."""
    depth = 0
    for i in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[i], 0)
        if depth == 0:
            return i
    return None


def changes(text):
    """(start, end, replacement, what) of each mutant of this file, in order."""
    code = blank(text)
    found = []
    for old, new in TURNED:
        at = code.find(old)
        while at >= 0:
            if not (old == "++" and code[at + 2:at + 3] == "+"):
                found.append((at, at + len(old), new, f"{old.strip()} -> {new.strip()}"))
            at = code.find(old, at + 1)
    for pattern, new in WORDS:
        for one in re.finditer(pattern, code):
            found.append((one.start(), one.end(), new, f"{one.group()} -> {new}"))
    for one in re.finditer(r"(?<![\w.'])(\d+)(?![\w.'])", code):  # a day more, an index further
        found.append((one.start(), one.end(), str(int(one.group()) + 1), f"{one.group()} -> {int(one.group()) + 1}"))
    for one in re.finditer(r"\b(if|while) (constexpr )?\(", code):
        end = closing(code, one.end() - 1)
        if end is None or one.group(2):
            continue
        inside = code[one.end():end]
        start = one.end() + (inside.rfind(";") + 1 if ";" in inside else 0)
        bare = text[start:end]
        if ";" not in inside and re.match(r"(const )?auto\b|const \w", bare):
            continue
        found.append((start, end, f" !({bare.strip()})", f"{one.group(1)} turned round"))
    for one in re.finditer(r"(?<=[ (])!(?=[\w(])", code):
        found.append((one.start(), one.end(), "", "not dropped"))
    place = 0
    for line in code.split("\n"):
        statement = STATEMENT.match(line)
        if statement and line.count("(") == line.count(")"):
            start = place + statement.start(3)
            found.append((start, place + len(line), ";", "statement dropped"))
        place += len(line) + 1
    return sorted(set(found))
