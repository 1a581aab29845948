// Looking up, while a pack is read, the names that its parts use of one another.
#pragma once

#include "pack/pack.h"
#include "reading/json_reader.h"

namespace returnable {

struct PackNames {
    Pack& pack;
    std::vector<std::pair<std::string, Condition>> terms;  // conditions that have a name

    /// Indices for a list of names (or one name) in `known`; every name that is not there is a fault.
    std::vector<Index> clauses(const Reader& list) const;
    std::vector<FactId> dates(const Reader& list) const;
    RemedySet remedies(const Reader& list) const;  ///< absent = every remedy
    std::vector<Index> slots(const Reader& list) const;
    std::vector<Index> codes(const Reader& list, const std::vector<std::string>& known) const;

    FactId fact(const Reader& place, std::string_view id) const;
    std::optional<std::pair<Index, std::uint32_t>> reading(const Reader& place, std::string_view conflict) const;

    Condition when(const Reader& object) const;  ///< absent = always
    Moment moment(const Reader& value) const;

private:
    Condition fact_condition(const Reader& value, std::string_view id) const;
    Condition number_condition(const Reader& value, FactId fact) const;
    Condition readings_condition(const Reader& object) const;
    Condition any_condition(const Reader& list, Condition::Kind kind) const;
    Condition terms_condition(const Reader& names) const;
    Condition given_condition(const Reader& names) const;
    Condition dated_condition(const Reader& value, Condition::Kind kind) const;
    void allow_values(const Reader& value, Condition& condition) const;
    void read_length(const Reader& object, Moment& moment) const;
};

/// The index of `id` among things that have an id, or `none` and a fault with the nearest name.
template <class T>
Index find_named(const std::vector<T>& things, std::string_view id, const Reader& place) {
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (things[i].id == id) return static_cast<Index>(i);
        known.push_back(things[i].id);
    }
    if (!id.empty() || place.can_be_nameless()) {
        const std::string guess = closest(id, known);
        place.fault("unknown_name", guess.empty() ? "Nothing in this pack has the name \"" + std::string(id) + "\"."
                                                  : "There is no such name. Did you mean \"" + guess + "\"?");
    }
    return none;
}

/// Reads a whole pack. On a fault `errors` grows and the pack must not be used.
Pack read_pack(std::string_view json, std::vector<Error>& errors);

/// Works out what the rules tell apart, and which rules serve which slot. Needs a pack without faults, and gives its rules
/// other numbers.
void compile_pack(Pack& pack);

/// The rules of a compiled pack, not of one from an archive, in the order in which its file has them: faults are told in
/// that order.
std::vector<Index> rules_in_file(const Pack& pack);

/// Faults of meaning: rules that contradict each other, steps that wait for each other, slots that read too much.
void check_pack(const Pack& pack, std::vector<Error>& errors);

}  // namespace returnable
