// Facts that follow from other facts of the case, before any rule is asked: events that no longer count, and what one
// item of an order settles for the others.
#pragma once

#include <vector>

#include "base/work.h"
#include "evaluation/bind_facts.h"

namespace returnable {

/// Takes out what a pack declares void, then fills each item's shared facts where they are not given. What cannot be
/// known of the other items is left open. The order of the items makes no difference.
void derive_facts(const Pack& pack, std::vector<KnownItem>& items, int as_of, Work& work);

}  // namespace returnable
