// The parts of a verdict that are the same in each verdict of a pack that has them: made once when it is compiled, and
// copied or pointed to by their place.
#pragma once

#include "policy.h"

namespace returnable {

/// Places: of clauses, conflicts and facts, as the pack numbers them.
Clause clause_at(const Pack& pack, std::size_t place);
Conflict conflict_at(const Pack& pack, std::size_t place);
/// Of a day, that it has not happened; of a number, its range; of any other fact, the value that the pack assumes.
Assumption assumption_at(const Pack& pack, std::size_t place);

/// A rule has two places: as a reason that held, and as one of which that is unknown. The remedies stand behind the rules.
inline std::size_t place_of_rule(std::size_t rule, bool unknown) { return 2 * rule + (unknown ? 1 : 0); }
inline std::size_t place_of_remedy(const Pack& pack, std::size_t remedy) { return 2 * pack.rules.size() + remedy; }
Reason reason_at(const Pack& pack, std::size_t place);

/// Writes them all as `write_verdict` does.
void write_parts(Pack& pack);

/// A verdict with these parts as their places, in the form that json.h tells of; `edition` is the number of its pack.
std::string write_by_place(const Verdict& verdict, std::size_t edition);

}  // namespace returnable
