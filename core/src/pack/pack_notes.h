// What a pack says beside what answers are made of: words of its own, what is taken off, when to read its sources again.
// Pages and programs ask for it (writing/pack_info.h); the engine does without.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "returnable/date.h"

namespace returnable {

struct Deduction {
    std::string id, says, currency;
    std::optional<std::int64_t> amount, percent;  // in minor units of the currency; of the price
};

struct PackNotes {
    std::vector<std::pair<std::string, std::string>> words;  // step, code or remedy -> its sentence
    std::vector<Deduction> deductions;
    std::vector<std::string> credit;  // the remedies that give store credit in place of money
    int review_after_months = 0;
    std::vector<std::optional<Date>> checked;  // source -> the day on which it was read, where that is not the pack's
};

}  // namespace returnable
