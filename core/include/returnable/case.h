// What is known of one order from one seller.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "returnable/date.h"

namespace returnable {

/// "Asked, and the shopper cannot say." Not the same as a fact that is absent.
struct CannotSay {};

/// A fact's value: yes/no, a number (money in minor units, days in days), a day, or a word from the fact's list.
using FactValue = std::variant<CannotSay, bool, std::int64_t, Date, std::string>;

/// Facts by name, in any order, no name twice. The names are those of core/dictionary/facts.json and of the pack.
using Facts = std::vector<std::pair<std::string, FactValue>>;

/// One thing bought. Its facts shadow the order's.
struct Item {
    std::string id;
    Facts facts;
};

/// One order from one seller, and the day on which the question is asked. No items: the order is one item, `item`.
struct Case {
    Date as_of{};
    std::string currency;
    Facts facts;
    std::vector<Item> items;
};

}  // namespace returnable
