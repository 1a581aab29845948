// The parts of a verdict that are the same in each verdict of a pack that has them: made once, when
// the pack is. A verdict copies them or points to them by their place.
#pragma once

#include "pack/pack.h"

namespace returnable {

/// Makes `parts` of a pack that is otherwise whole. They point into it: a copy of it would need its own.
void make_parts(Pack& pack);

/// A rule has two places: as a reason that held, and as one of which that is unknown. The remedies stand behind the rules.
inline std::size_t place_of_rule(std::size_t rule, bool unknown) { return 2 * rule + (unknown ? 1 : 0); }
inline std::size_t place_of_remedy(const Pack& pack, std::size_t remedy) { return 2 * pack.rules.size() + remedy; }

/// Writes them all as `write_view` does.
void write_parts(Pack& pack);

}  // namespace returnable
