// Facts that one item of an order settles for the items behind it, such as a free label that is used up.
#pragma once

#include <vector>

#include "evaluation/bind_facts.h"

namespace returnable {

/// Fills in the facts that the pack lists as shared, for each item from the items before it. What the shopper gave stays.
void share_facts(const Pack& pack, std::vector<KnownItem>& items, int as_of);

}  // namespace returnable
