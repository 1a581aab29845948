#include "reading/read_notes.h"

#include <algorithm>

#include "reading/read_facts.h"

namespace returnable {
namespace {

constexpr std::int64_t largest_amount = 1'000'000'000'000;
constexpr std::size_t most_deductions = 64, longest_sentence = 1000;

std::string sentence(const Reader& reader) {
    std::string text = reader.text();
    if (text.size() > longest_sentence) reader.fault("too_large", "Write at most 1,000 bytes here.");
    if (reader && reader.node().is(Node::Kind::string) && text.empty()) reader.fault("bad_value", "Write a sentence.");
    return text;
}

void read_deduction(const Reader& one, Deduction& deduction) {
    if (!one.object({"says", "amount", "currency", "percent"})) return;
    deduction.says = sentence(one.need("says"));
    deduction.amount = one.get("amount").integer(1, largest_amount);
    deduction.percent = one.get("percent").integer(1, 100);
    if (one.get("amount") && one.get("percent")) one.fault("bad_value", "Give an \"amount\" or a \"percent\", not both; two deductions are two entries.");
    const Reader currency = one.get("currency");
    deduction.currency = currency.text();
    const bool letters =
        deduction.currency.size() == 3 && std::all_of(deduction.currency.begin(), deduction.currency.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (currency && !letters) currency.fault("bad_value", "Write the three letters of a currency, such as \"USD\".");
    if (one.get("amount") && !currency) one.fault("missing", "Say in which \"currency\" the \"amount\" is; it is in its minor units, such as cents.");
}

}  // namespace

void read_notes(const Reader& root, bool governs, PackNotes& notes) {
    notes.review_after_months = static_cast<int>(root.get("review_after_months").integer(1, 120).value_or(governs ? 12 : 6));
    const Reader all = root.get("deductions");
    if (!all || !is_object(all)) return;
    if (all.size() > most_deductions) all.fault("too_many", "At most 64 are allowed here.");
    for (std::size_t i = 0; i < all.size() && i < most_deductions; ++i) {
        Deduction& deduction = notes.deductions.emplace_back();
        deduction.id = all.node().keys[i];
        read_deduction(all.member(i), deduction);
    }
}

void read_words(const Reader& words, const std::vector<std::string_view>& known, PackNotes& notes) {
    if (!words || !is_object(words)) return;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Reader one = words.member(i);
        const std::string& name = words.node().keys[i];
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            const std::string guess = closest(name, known);
            one.fault("unknown_name", guess.empty() ? "No step, code or remedy of this pack has the name \"" + name + "\"."
                                                    : "No step, code or remedy has this name. Did you mean \"" + guess + "\"?");
        }
        notes.words.emplace_back(name, sentence(one));
    }
}

}  // namespace returnable
