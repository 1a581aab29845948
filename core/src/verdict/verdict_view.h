// A verdict that points into its pack instead of owning what it says: what the engine makes, and what is written as JSON.
// The public form is made from it (verdict_convert.h).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "returnable/verdict.h"

namespace returnable {

/// A name or text of a pack, or a code of this library: not copied, and valid as long as the pack is.
using Text = std::string_view;

/// Several of them. The list itself is not copied either, and valid as long as what `Verdict::keeps` owns.
using Texts = std::span<const Text>;

/// Where a pack has a part of a verdict as it is written; `nowhere` for one that no pack has.
inline constexpr std::size_t nowhere = SIZE_MAX;

/// The members are those of the public structs of the same names.
namespace view {

struct Clause {
    Text id, source, section, says;
    Text tier, link, text_of;
    std::size_t place = nowhere;
};

struct Reading {
    Text value, why;
    bool counts = true;
    Texts clauses;
};

struct Conflict {
    Text id, slot;
    std::span<const Reading> readings;
    Texts clauses;
    std::size_t place = nowhere;
};

struct Reason {
    Text rule, slot;
    Text held, says;
    Texts clauses;
    std::size_t place = nowhere;
};

struct Assumption {
    Text fact;
    std::variant<CannotSay, bool, Text> value;
    std::optional<std::pair<std::int64_t, std::int64_t>> range;
    bool ours = false;
    std::size_t place = nowhere;
};

struct Step {
    Text id, actor, state;
    DateRange opens, act_by;
    std::optional<Date> done_on, advised_by;
    bool projected = false;
    Texts clauses;
};

struct WindowLength {
    Text after, unit;
    std::int64_t safe = 0, last = 0;
};

struct Entitlement {
    Text remedy, kind, policy, owed_by, status;
    bool wanted = false;
    std::optional<WindowLength> window;
    std::optional<DateRange> opens, act_by;
    bool act_by_unknown = false;
    std::optional<Texts> return_shipping;
    std::optional<DateRange> refund_by;
    Text refund_basis;
    std::vector<Step> steps;
    Texts evidence, advice;
    std::vector<Reason> reasons;
    std::vector<Conflict> conflicts;
    std::vector<Assumption> assumes;
    Texts missing, silent_on;
    std::vector<std::pair<Text, Texts>> hangs_on;
    Texts support, location, warnings, deductions;
    Texts problems;
};

struct ItemVerdict {
    std::string id;
    Text status;
    std::vector<Entitlement> entitlements;
    Text unserved_want;
};

struct Question {
    Text fact;
    std::vector<std::string> items;
    std::vector<Text> why;
    bool bonus = false;
};

struct Beside {
    std::string item;
    std::size_t entitlement = 0;
    std::vector<Text> adds;
    bool ends_first = false;
    std::optional<Question> question;
};

struct Headline {
    std::string item;
    std::optional<std::size_t> entitlement;
    Text phase;
    std::optional<Beside> beside;
};

struct Verdict {
    Date as_of{};
    Text policy, checked_on;
    Headline headline;
    std::vector<ItemVerdict> items;
    std::optional<Question> next_question;
    std::vector<Clause> clauses;
    std::shared_ptr<const void> keeps;  ///< what the texts and their lists belong to; its address is that of the pack
};

}  // namespace view
}  // namespace returnable
