// Looking up, while a pack is read, the names that its parts use of one another.
#pragma once

#include "base/work.h"
#include "pack/pack.h"
#include "reading/json_reader.h"

namespace returnable {

struct PackNames {
    Pack& pack;
    Work& work;
    std::vector<std::pair<std::string, Condition>> terms;  // conditions that have a name

    PackNames(Pack& read, Work& with) : pack(read), work(with) {}

    /// Indices for a list of names (or one name) in `known`; every name that is not there is a fault.
    std::vector<Index> clauses(const Reader& list) const;
    std::vector<FactId> dates(const Reader& list) const;
    RemedySet remedies(const Reader& list) const;  ///< absent = every remedy
    std::vector<Index> slots(const Reader& list) const;
    std::vector<Index> codes(const Reader& list, const std::vector<std::string>& known) const;

    FactId fact(const Reader& place, std::string_view id) const;
    std::optional<std::pair<Index, std::uint32_t>> reading(const Reader& place, std::string_view conflict) const;

    Condition when(const Reader& object) const;  ///< absent = always
    DateExpr moment(const Reader& value) const;

    /// The index of `id` among things that have an id, or `none` and a fault with the nearest name.
    template <class T>
    Index find(const std::vector<T>& things, std::string_view id, const Reader& place) const {
        if (!afford(place, 1 + things.size() / 2)) return none;
        for (std::size_t i = 0; i < things.size(); ++i) {
            if (things[i].id == id) return static_cast<Index>(i);
        }
        std::vector<std::string_view> known;
        for (const T& thing : things) known.push_back(thing.id);
        no_such_name(known, id, place);
        return none;
    }

private:
    /// False, with a fault at the first such place, where reading this pack has taken all the work that it may.
    bool afford(const Reader& place, std::size_t steps) const;
    void no_such_name(const std::vector<std::string_view>& known, std::string_view id, const Reader& place) const;
    Condition fact_condition(const Reader& value, std::string_view id) const;
    Condition number_condition(const Reader& value, FactId fact) const;
    Condition readings_condition(const Reader& object) const;
    Condition any_condition(const Reader& list, Condition::Kind kind) const;
    mutable std::size_t copied_ = 0;  // conditions, by naming terms

    Condition terms_condition(const Reader& names) const;
    Condition given_condition(const Reader& names) const;
    Condition season_condition(const Reader& value) const;
    Condition dated_condition(const Reader& value, Condition::Kind kind) const;
    void allow_values(const Reader& value, Condition& condition) const;
    DateExpr calendar_day(const Reader& value) const;
    DateExpr read_on(const Reader& value) const;
    void read_length(const Reader& object, DateExpr& moment) const;
};

/// Reads a whole pack. On a fault `errors` grows and the pack must not be used.
Pack read_pack(std::string_view json, std::vector<Error>& errors, Work& work);

/// Works out what the rules tell apart, and which rules serve which slot. Needs a pack without faults, and gives its rules
/// other numbers.
void compile_pack(Pack& pack);

/// The rules of a compiled pack, not of one from an archive, in the order in which its file has them: faults are reported in
/// that order.
std::vector<Index> rules_in_file(const Pack& pack);

/// Faults of meaning: rules that contradict each other, steps that wait for each other, slots that read too much.
void check_pack(const Pack& pack, std::vector<Error>& errors, Work& work);

}  // namespace returnable
