// Which facts an answer hangs on, read off the completions that were tried.
#pragma once

#include <vector>

#include "evaluation/world.h"

namespace returnable {

/// What one completion says of one part, its readings merged. Fields that the part does not use stay as they are.
struct Outcome {
    bool granted = false;
    std::uint8_t bits = 0;        // status
    bool spoken = false;          // there are days
    bool too_late = false;        // act_by: the buyer acted after the window had closed
    bool under_way = false;       // act_by: something has been done already
    DayRange span;                // act_by, opens, refund_by
    bool has_length = false;      // act_by: the window's length is known
    bool hangs_on_later = false;  // act_by: an event without which the day is unknown comes after one that is given
    bool bounds = false;          // act_by: a reading without a day leaves the last day open
    std::int64_t least = 0, most = 0;
    std::uint8_t payers = 0;  // return_shipping
    bool nothing_sent = false, unspoken = false;

    bool same(const Outcome& other) const;
    void drop_length() {
        has_length = false;
        least = most = 0;
    }
};

/// How a part's answer hangs on facts.
struct Dependence {
    FactSet open;     // open facts that could change it
    FactSet assumed;  // assumed or unstated facts that would change it
    FactSet dates;    // dates and numbers without which a side of its days is unknown
};

/// Every completion and what-if of a part with the choices that led to it, in the order in which they were found, so
/// that those below one choice stand together.
class Leaves {
public:
    /// Without a choice there is one leaf; of it only the dates are stored.
    void add(const std::vector<Choice>& path, const Outcome& outcome, Work& work);
    bool hang_on(std::size_t variable) const { return variables_[variable]; }

private:
    friend class DependenceTree;
    struct Leaf {
        std::size_t first, depth;  // its choices
        Outcome outcome;
    };
    std::vector<Choice> choices_;
    std::vector<Leaf> list_;
    FactSet variables_;  // of all choices
    FactSet dates_;      // of the one leaf
};

/// A fact that is taken to have one of its values, as a Choice counts them.
struct Given {
    Index variable = none;
    std::uint8_t value = 0;
};

/// Of no use once the work is spent.
Dependence find_dependence(const Leaves& leaves, Work& work, Given given = {});

}  // namespace returnable
