// The decision space of the AliExpress pack: the i-th order in it.
#pragma once

#include <cstdint>
#include <string>

#include "returnable/case.h"

namespace proof {

/// Reason x category x stage x day, walked in full again and again; everything else is drawn anew for each order.
struct Order {
    returnable::Case asked;
    std::string reason;
    int stage = 0;  ///< how far the buyer came: 0 nothing done, 1 dispute, 2 approved, 3 posted, 4 back, 5 accepted, 6 refunded
    bool window_stated = false;
};

inline constexpr std::uint64_t day_count = 101, reasons = 13, categories = 7, stages = 7;
inline constexpr std::uint64_t grid = day_count * reasons * categories * stages;

Order order_at(std::uint64_t index, std::uint64_t seed);

std::string to_json(const returnable::Case& asked);

}  // namespace proof
