#include "reading/fault_messages.h"

#include <algorithm>

#include "reading/json_reader.h"

namespace returnable::words {

std::string bad_day() { return "Write a day that exists as YYYY-MM-DD, from 1970-01-01 to 2199-12-31."; }
std::string day_outside() { return "This day is outside 1970-01-01 to 2199-12-31."; }
std::string currency() { return "Write three capital letters, such as EUR."; }
std::string too_many_items() { return "An order has at most 1000 items."; }
std::string too_many_facts() { return "This object has more than 64 keys."; }
std::string item_id() { return "An item's id is 1 to 64 characters long."; }
std::string same_item_id() { return "Another item of this order has this id."; }
std::string given_twice() { return "This fact is given twice. Keep one of them."; }
std::string of_the_whole_order() { return "This is a fact of the whole order, not of one item."; }

std::string wrong_type(FactKind wanted) {
    switch (wanted) {
        case FactKind::yes_no: return "This must be true, false or null.";
        case FactKind::number: return "This must be a whole number or null.";
        case FactKind::date: return "This must be a day, written YYYY-MM-DD, or null.";
        case FactKind::choice:
        case FactKind::word: break;
    }
    return "This must be text or null.";
}

std::string out_of_range(const FactSpec& spec) { return "This must be from " + std::to_string(spec.least) + " to " + std::to_string(spec.most) + "."; }

std::string unknown_fact(const std::string& name, const std::vector<FactSpec>& facts) {
    std::vector<std::string_view> known(facts.size());
    std::transform(facts.begin(), facts.end(), known.begin(), [](const FactSpec& fact) { return std::string_view(fact.id); });
    const std::string guess = closest(name, known);
    return guess.empty() ? "There is no such fact." : "There is no such fact. Did you mean \"" + guess + "\"?";
}

std::string unknown_value(const std::string& word, const FactSpec& spec) {
    const std::string guess = closest(word, {spec.values.begin(), spec.values.end()});
    return guess.empty() ? "This value is not in the list of \"" + spec.id + "\"." : "There is no such value. Did you mean \"" + guess + "\"?";
}

std::string after_as_of(Date as_of) { return "This day is later than the day that the question is asked for, " + format_date(as_of) + "."; }

std::string before(const FactSpec& earlier) { return "This day is before \"" + earlier.id + "\", which must come first."; }

std::string contradicts(const FactSpec& fact, int value) {
    return "This cannot be where \"" + fact.id + "\" is \"" + fact.values[static_cast<std::size_t>(value)] + "\".";
}

std::string no_such_pack(const std::string& id, const std::vector<std::shared_ptr<const Pack>>& packs) {
    std::vector<std::string_view> known;
    std::string list;
    for (const auto& pack : packs) {
        if (!pack->governs.empty()) continue;
        known.push_back(pack->id);
        list += (list.empty() ? "" : ", ") + pack->id;
    }
    const std::string guess = closest(id, known);
    return guess.empty() ? "Name a loaded pack: " + list + "." : "No such pack is loaded. Did you mean \"" + guess + "\"?";
}

std::string too_uncertain() { return "Too much is unknown of this case to answer it exactly. Give more facts."; }

std::string too_much_work() { return "This takes more work than one question may. Ask for fewer items at once, or give more facts."; }

}  // namespace returnable::words
