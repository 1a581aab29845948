// The words of the public enumerations, in the order of their enumerators.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "returnable/verdict.h"

namespace returnable {

template <class E>
struct NamesOf;

template <>
struct NamesOf<Status> {
    static constexpr std::array<const char*, 7> all{"allowed", "conditional", "contested", "not_yet", "expired", "refused", "not_covered"};
};
template <>
struct NamesOf<StepState> {
    static constexpr std::array<const char*, 6> all{"later", "waiting", "due", "overdue", "skipped", "done"};
};
template <>
struct NamesOf<Phase> {
    static constexpr std::array<const char*, 5> all{"start", "your_turn", "waiting", "late", "done"};
};
template <>
struct NamesOf<Payer> {
    static constexpr std::array<const char*, 3> all{"buyer", "seller", "platform"};
};
template <>
struct NamesOf<Actor> {
    static constexpr std::array<const char*, 5> all{"buyer", "seller", "platform", "carrier", "bank"};
};
template <>
struct NamesOf<RemedyKind> {
    static constexpr std::array<const char*, 3> all{"promise", "last_resort", "statutory"};
};
template <>
struct NamesOf<Basis> {
    static constexpr std::array<const char*, 2> all{"stated", "estimate"};
};
template <>
struct NamesOf<Held> {
    static constexpr std::array<const char*, 2> all{"yes", "unknown"};
};
template <>
struct NamesOf<Says> {
    static constexpr std::array<const char*, 5> all{"", "yes", "no", "may", "depends"};
};
template <>
struct NamesOf<Unit> {
    static constexpr std::array<const char*, 4> all{"calendar_days", "business_days", "calendar_months", "calendar_years"};
};

/// The enumerator of a word; the first where it is none of them.
template <class E>
E from_name(std::string_view word) {
    for (std::size_t i = 0; i < NamesOf<E>::all.size(); ++i) {
        if (NamesOf<E>::all[i] == word) return static_cast<E>(i);
    }
    return E{};
}

}  // namespace returnable
