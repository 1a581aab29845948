// Packs and cases that are valid and made to be dear: each number of a shape makes one thing larger.
#pragma once

#include <array>
#include <cstddef>
#include <random>
#include <string>

namespace hostile {

struct Size {
    const char* name;
    int most;
};

/// What there may be much of. The first part is of the pack, the rest of the case and of what is asked.
enum Of : std::size_t {
    facts,           // own open facts, each a choice …
    values,          // … of so many values
    told_apart,      // facts whose values each get a code of evidence
    grid,            // window rules, one for each pair of values of the first two facts
    hard_yes,        // rules that say yes, and …
    hard_no,         // … no, of which only trying all values shows that they exclude each other
    hard_facts,      // facts read by each of those
    terms,           // terms that each name the one before twice
    alike,           // rules of one slot that say the same
    overridden,      // how many others each of those overrides
    clauses,         //
    cites,           // clauses cited by each rule
    repeats,         // how often a rule names its slot
    remedies,        //
    steps,           // each after the one before
    window_ends,     // days in each step that wait for the window
    conflicts,       // read together by one slot
    readings,        // of each conflict
    countries,       // conditions that list half of all countries
    voids,           //
    shared,          //
    codes,           // codes of one rule
    text,            // bytes of each reading's text
    dated,           // days that one moment is the earliest of
    packs,           // packs beside the shop, each like it
    pack_sizes,      // end of the pack's own
    items = pack_sizes,
    given,           // percent of facts given
    days,            // of a sweep
    unsayable,       // facts that cannot be said
    sizes
};

inline constexpr std::array<Size, sizes> limits{{
    {"facts", 60},      {"values", 63},       {"told_apart", 60}, {"grid", 60},       {"hard_yes", 60},   {"hard_no", 60},   {"hard_facts", 12}, {"terms", 30},
    {"alike", 10'000},  {"overridden", 1000}, {"clauses", 4000},  {"cites", 2000},    {"repeats", 2000},  {"remedies", 32},  {"steps", 64},      {"window_ends", 2000},
    {"conflicts", 200}, {"readings", 32},     {"countries", 400}, {"voids", 5000},    {"shared", 2000},   {"codes", 5000},   {"text", 20'000},   {"dated", 5000},
    {"packs", 12},      {"items", 1000},      {"given", 100},     {"days", 3660},     {"unsayable", 60},
}};

using Shape = std::array<int, sizes>;

/// Most of it small, a few things large.
Shape draw(std::mt19937_64& random);
/// Like another in all but a few things.
Shape near(const Shape& shape, std::mt19937_64& random);

/// The shop's pack (number 0), or one that stands beside it, as JSON.
std::string pack_of(const Shape& shape, int number);
std::string case_of(const Shape& shape);
std::string name_of(const Shape& shape);

}  // namespace hostile
