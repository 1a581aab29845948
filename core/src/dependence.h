// Which facts an answer hangs on, read off the completions that were tried.
#pragma once

#include <vector>

#include "world.h"

namespace returnable {

/// What one completion says of one part, its readings merged. Fields that the part does not use stay as they are.
struct Outcome {
    bool granted = false;
    std::uint8_t bits = 0;    // status
    bool spoken = false;      // there are days
    bool too_late = false;    // act_by: the buyer acted after the window had closed
    bool under_way = false;   // act_by: something has been done already
    Span span;                // act_by, opens, refund_by
    bool has_length = false;  // act_by: the window's length is known
    std::int64_t least = 0, most = 0;
    std::uint8_t payers = 0;  // return_shipping
    bool nothing_sent = false, unspoken = false;

    bool same(const Outcome& other) const;
};

/// How a part's answer hangs on facts.
struct Dependence {
    FactSet open;     // open facts that could change it
    FactSet assumed;  // assumed or unstated facts that would change it
};

/// A completion or what-if, the choices that led to it, and what it says. In the order in which they were found, so
/// that those below one choice stand together.
struct Leaf {
    std::vector<Choice> path;
    Outcome outcome;
    bool what_if;
};

Dependence find_dependence(const std::vector<Leaf>& leaves);

/// The leaves that are left once a fact has taken one of its values (as a Choice counts them).
std::vector<Leaf> leaves_where(const std::vector<Leaf>& leaves, Index variable, std::uint8_t value);

}  // namespace returnable
