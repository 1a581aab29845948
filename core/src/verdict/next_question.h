// The one fact worth asking for next.
#pragma once

#include "verdict/explain.h"

namespace returnable {

/// One item's explained entitlements, and its facts.
struct AskedItem {
    const std::string* id;
    const KnownFacts* facts;
    const Ranked* entitlements;
};

/// The open fact whose answer settles most, or empty where no answer could change anything. What the shopper cannot
/// say is never asked again, nor is what is in `but`. Of no use once the work is spent.
std::optional<view::Question> next_question(const Pack& pack, const std::vector<AskedItem>& items, Work& work, const FactSet& but = {});

}  // namespace returnable
