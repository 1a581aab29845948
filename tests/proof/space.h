// The decision space of the AliExpress pack: the i-th order in it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "returnable/case.h"

namespace proof {

/// What an item's facts were drawn for, by item.
struct Story {
    std::string reason;
    int stage = 0;  ///< how far the buyer came: 0 nothing done, 1 dispute, 2 approved, 3 posted, 4 back, 5 accepted, 6 issued, 7 money received
    bool window_stated = false;
    bool acted = false;  ///< a dispute, a request, a posting or a request to cancel is given
};

/// Reason x category x stage x day, walked in full again and again; everything else is drawn anew for each order.
struct Order {
    returnable::Case asked;
    std::vector<Story> items;  ///< as in the case; one where the case has none
};

inline constexpr std::uint64_t day_count = 101, reasons = 15, categories = 7, stages = 8;
inline constexpr std::uint64_t grid = day_count * reasons * categories * stages;

Order order_at(std::uint64_t index, std::uint64_t seed);

std::string to_json(const returnable::Case& asked);

}  // namespace proof
