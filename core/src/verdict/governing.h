// What law, payment services and card schemes give beside a shop's promises. It only adds: nothing of a promise, of the
// headline's choice or of the next question changes because of it.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "returnable/case.h"
#include "verdict/explain.h"

namespace returnable {

using Packs = std::vector<std::shared_ptr<const Pack>>;

/// The packs that stand beside every shop in this case: those that govern its country, or everywhere, each in the edition
/// of the day of the contract. That day is the order's, else the earliest event known, which cannot be before it.
Packs governing(const Packs& packs, const Case& order);

/// What one of them gives for each item of a case, in the case's order.
struct Governed {
    std::shared_ptr<VerdictStorage> storage;
    std::vector<KnownItem> items;
    std::vector<Ranked> ranked;
};

/// Puts what they give into the verdict of a shop: what statutes give behind the shop's promises, everything else by its
/// rank among the last resorts. `keys` has the rank of each entitlement that is there, by item.
void add_governed(view::Verdict& verdict, const std::vector<std::vector<unsigned>>& keys, const std::vector<Governed>& all, Work& work);

}  // namespace returnable
