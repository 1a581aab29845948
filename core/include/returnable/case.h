// A case: what is known of one order from one seller, and the day on which the question is asked.
//
//     ```cpp
//     #include <returnable/case.h>
//
//     int main() {
//         using namespace returnable;
//         Case order;
//         order.as_of = *parse_date("2026-05-10");
//         order.currency = "EUR";
//         order.facts = {{"marketplace", "some-shop"}, {"received_on", *parse_date("2026-05-04")}, {"country", CannotSay{}}};
//         order.items = {{"shoes", {{"reason", "wrong_item"}, {"price", 2499}}}, {"lamp", {{"reason", "damaged"}, {"opened", true}}}};
//         return order.items.size() == 2 ? 0 : 1;
//     }
//     ```
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "returnable/date.h"

namespace returnable {

/// "Asked, and the shopper cannot say": not the same as a fact that is absent.
struct CannotSay {
    bool operator==(const CannotSay&) const = default;
};

/// A fact's value: yes or no, a whole number (money in minor units of the currency, lengths in calendar days), a day, or
/// a word from the fact's list. A day may also be given as text, `YYYY-MM-DD`.
using FactValue = std::variant<CannotSay, bool, std::int64_t, Date, std::string>;

/// Facts by name, in any order, no name twice. The names are those of core/dictionary/facts.json and of the pack.
using Facts = std::vector<std::pair<std::string, FactValue>>;

/// One thing bought. Its facts go before the order's facts of the same name.
struct Item {
    std::string id;  ///< 1 to 64 bytes, unique in its order
    Facts facts;     ///< of this item
};

/// One order from one seller, and the day on which the question is asked.
struct Case {
    Date as_of{};             ///< in first_date..last_date; no event but a promised or granted day may be later
    std::string currency;     ///< three capital letters (ISO 4217), or empty
    Facts facts;              ///< of the whole order
    std::vector<Item> items;  ///< at most 1,000; none: the order is one item, `item`, and `facts` holds its facts too
};

}  // namespace returnable
