// The standard facts: their names, kinds and lists of values. Data: core/dictionary/facts.json.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace returnable {

enum class FactKind : std::uint8_t { yes_no, choice, number, date, word };

using FactId = std::uint16_t;
inline constexpr FactId no_fact = 0xFFFF;

struct FactSpec {
    std::string id;
    FactKind kind = FactKind::yes_no;
    std::vector<std::string> values;   // of a choice
    std::int64_t least = 0, most = 0;  // of a number, inclusive
    bool clock = false;                // a date whose absence is a gap, not "has not happened"
    bool may_be_future = false;        // a date that may lie after as_of
    bool order_level = false;          // never an item's own
    bool settles = false;              // once it is given, nothing is left to do
    bool of_case = false;              // the case's own field, such as its currency, not one of its facts
    std::string prompt, hint;          // of a pack's own fact

    /// The index of `value` in `values`, or -1.
    int index_of(std::string_view value) const;
};

struct Contradiction {
    FactId fact, with;  // fact = value excludes that `with` is given
    int value;
};

// `fact` is no earlier than the first of these events that is given.
struct AfterFirst {
    FactId fact = no_fact;
    std::vector<FactId> events;
};

// What is known of facts as such.
struct Dictionary {
    std::vector<FactSpec> facts;
    std::vector<std::vector<FactId>> order_of_events;  // each date of a chain is no later than those behind it
    std::vector<AfterFirst> after_first;
    std::vector<Contradiction> contradictions;

    FactId find(std::string_view id) const;
};

/// Read once from the embedded text.
const Dictionary& dictionary();
/// The same facts, and those that only packs that govern ask for. Data: core/dictionary/law_facts.json.
const Dictionary& law_dictionary();

FactId find_fact(const std::vector<FactSpec>& facts, std::string_view id);

}  // namespace returnable
