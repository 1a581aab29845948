// A verdict in two parts, for JavaScript: what differs from verdict to verdict, and what all those of a pack share.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "returnable/engine.h"

namespace returnable {

/// `check_json`, shorter: what is the same in each verdict of a pack is named by its place in `parts_json`. "reasons",
/// "conflicts" and "assumes" are lists of places; "clauses" is [the number of the pack, a set of places]. In that set a
/// letter, 0 to f, stands for four places, the least bit for the first of them. Of what an item's entitlements have in
/// common the first is written out, and a number stands for it after that: in "steps" for a step, in place of "evidence",
/// "support", "location" or "warnings" for a list. Each of these two kinds is counted from 0 in each item.
std::string check_by_place_json(const Library& library, std::string_view case_json);

/// What those places name, of a pack by its number, the first one added being 0:
/// {"clauses":[{id: clause},…],"conflicts":[…],"reasons":[…],"assumptions":[…]}.
std::string parts_json(const Library& library, std::size_t pack);

}  // namespace returnable
