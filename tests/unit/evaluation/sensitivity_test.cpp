// Which facts an answer hangs on, read off completions written down by hand. An outcome is a number here: of days.
#include "evaluation/sensitivity.h"

#include <gtest/gtest.h>

namespace returnable {
namespace {

constexpr FactId a = 3, b = 5, c = 7;
constexpr bool open = false, what_if = true;

struct Taken {
    FactId fact;
    std::uint8_t value;
    bool tried = open;
};

Outcome says(int day, FactId missing = no_fact) {
    Outcome outcome;
    outcome.granted = outcome.spoken = true;
    outcome.span = DayRange::on(day);
    if (missing != no_fact) outcome.span.missing.set(missing);
    return outcome;
}

/// The leaves of a tree in the order in which a World finds them; every fact has two values.
Leaves leaves(const std::vector<std::pair<std::vector<Taken>, Outcome>>& all, std::uint8_t values = 2) {
    Leaves out;
    Work work(most_steps_of_a_case);
    for (const auto& [path, outcome] : all) {
        std::vector<Choice> choices;
        for (const Taken& taken : path) choices.push_back({taken.fact, taken.value, values, taken.tried});
        out.add(choices, outcome, work);
    }
    return out;
}

Dependence dependence_of(const Leaves& leaves, Given given = {}) {
    Work work(most_steps_of_a_case);
    return find_dependence(leaves, work, given);
}

using Facts = std::vector<int>;

Facts listed(const FactSet& set) {
    Facts out;
    each(set, [&](std::size_t fact) { out.push_back(static_cast<int>(fact)); });
    return out;
}

TEST(Dependence, AFactMattersWhereItsAnswersDiffer) {
    EXPECT_EQ(listed(dependence_of(leaves({{{{a, 0}}, says(1)}, {{{a, 1}}, says(2)}})).open), (Facts{a}));
    EXPECT_EQ(listed(dependence_of(leaves({{{{a, 0}}, says(1)}, {{{a, 1}}, says(1)}})).open), (Facts{}));
    EXPECT_EQ(listed(dependence_of(leaves({{{}, says(1)}})).open), (Facts{}));
    EXPECT_EQ(listed(dependence_of(Leaves()).open), (Facts{}));
}

// Outcomes and forks are each counted on their own, and none is taken for one of the others.
TEST(Dependence, AnOutcomeIsNoFork) {
    for (const int last : {1, 2, 3, 4, 5, 6}) {
        const auto found = dependence_of(
            leaves({{{{a, 0}, {b, 0}, {c, 0}}, says(1)}, {{{a, 0}, {b, 0}, {c, 1}}, says(2)}, {{{a, 0}, {b, 1}}, says(1)}, {{{a, 1}}, says(last)}}));
        EXPECT_EQ(listed(found.open), (Facts{a, b, c})) << last;
    }
}

// Four leaves under a and b; what is said where a is 0 and b is 0, a 0 and b 1, a 1 and b 0, a 1 and b 1.
Dependence of_two(int d00, int d01, int d10, int d11, Given given = {}) {
    return dependence_of(leaves({{{{a, 0}, {b, 0}}, says(d00)}, {{{a, 0}, {b, 1}}, says(d01)}, {{{a, 1}, {b, 0}}, says(d10)}, {{{a, 1}, {b, 1}}, says(d11)}}),
                         given);
}

TEST(Dependence, TwoSubtreesAreOneWhereTheyAnswerAlike) {
    EXPECT_EQ(listed(of_two(1, 1, 1, 1).open), (Facts{}));
    EXPECT_EQ(listed(of_two(1, 1, 2, 2).open), (Facts{a}));
    EXPECT_EQ(listed(of_two(1, 2, 1, 2).open), (Facts{b}));
    EXPECT_EQ(listed(of_two(1, 2, 2, 1).open), (Facts{a, b}));
    EXPECT_EQ(listed(of_two(1, 2, 1, 3).open), (Facts{a, b}));
    EXPECT_EQ(listed(of_two(1, 2, 3, 2).open), (Facts{a, b}));
    EXPECT_EQ(listed(of_two(1, 2, 1, 1).open), (Facts{a, b}));
    EXPECT_EQ(listed(of_two(1, 1, 1, 2).open), (Facts{a, b}));
    EXPECT_EQ(listed(of_two(1, 2, 3, 3).open), (Facts{a, b}));
    EXPECT_EQ(listed(of_two(1, 2, 3, 4).open), (Facts{a, b}));
}

TEST(Dependence, WhatIsGivenIsNoLongerChosen) {
    EXPECT_EQ(listed(of_two(1, 2, 3, 3, {a, 0}).open), (Facts{b}));
    EXPECT_EQ(listed(of_two(1, 2, 3, 3, {a, 1}).open), (Facts{}));
    EXPECT_EQ(listed(of_two(1, 2, 1, 3, {b, 0}).open), (Facts{}));
    EXPECT_EQ(listed(of_two(1, 2, 1, 3, {b, 1}).open), (Facts{a}));
    // Where a choice was never offered there is nothing left to take.
    const Leaves one = leaves({{{{a, 0}, {b, 0}}, says(1)}, {{{a, 0}, {b, 1}}, says(1)}, {{{a, 1}, {c, 0}}, says(2)}, {{{a, 1}, {c, 1}}, says(3)}});
    EXPECT_EQ(listed(dependence_of(one, {b, 7}).open), (Facts{c}));
    EXPECT_EQ(listed(dependence_of(one).open), (Facts{a, c}));
}

// Different facts, or different counts of branches, are different subtrees.
TEST(Dependence, SubtreesOnDifferentFactsDiffer) {
    const auto under = [](FactId left, FactId right) {
        return dependence_of(
            leaves({{{{a, 0}, {left, 0}}, says(1)}, {{{a, 0}, {left, 1}}, says(2)}, {{{a, 1}, {right, 0}}, says(1)}, {{{a, 1}, {right, 1}}, says(2)}}));
    };
    EXPECT_EQ(listed(under(b, b).open), (Facts{b}));
    EXPECT_EQ(listed(under(b, c).open), (Facts{a, b, c}));
    const auto three = dependence_of(leaves(
        {{{{a, 0}, {b, 0}}, says(1)}, {{{a, 0}, {b, 1}}, says(2)}, {{{a, 1}, {b, 0}}, says(1)}, {{{a, 1}, {b, 1}}, says(2)}, {{{a, 1}, {b, 2}}, says(2)}}));
    EXPECT_EQ(listed(three.open), (Facts{a, b}));
    // The third of three alike still differs from the first.
    const auto rows = [](std::vector<int> days) {
        std::vector<std::pair<std::vector<Taken>, Outcome>> all;
        for (std::uint8_t i = 0; i < 3; ++i) {
            for (std::uint8_t j = 0; j < 2; ++j) all.push_back({{{a, i}, {b, j}}, says(days[static_cast<std::size_t>(2 * i + j)])});
        }
        return dependence_of(leaves(all, 3));
    };
    EXPECT_EQ(listed(rows({1, 2, 1, 2, 1, 2}).open), (Facts{b}));
    EXPECT_EQ(listed(rows({1, 2, 1, 2, 2, 1}).open), (Facts{a, b}));
    EXPECT_EQ(listed(rows({1, 2, 2, 1, 2, 1}).open), (Facts{a, b}));
    EXPECT_EQ(listed(rows({2, 1, 1, 2, 3, 3}).open), (Facts{a, b}));
}

// Deeper forks among forks: distinguished by what stands in them, not by the number of the fork.
TEST(Dependence, SubtreesOfSubtreesAreCompared) {
    const auto eight = [](std::vector<int> days) {
        std::vector<std::pair<std::vector<Taken>, Outcome>> all;
        for (std::uint8_t i = 0; i < 8; ++i) {
            all.push_back(
                {{{a, static_cast<std::uint8_t>(i >> 2)}, {b, static_cast<std::uint8_t>(i >> 1 & 1)}, {c, static_cast<std::uint8_t>(i & 1)}}, says(days[i])});
        }
        return dependence_of(leaves(all));
    };
    EXPECT_EQ(listed(eight({1, 2, 3, 4, 1, 2, 3, 4}).open), (Facts{b, c}));
    EXPECT_EQ(listed(eight({1, 2, 3, 4, 3, 4, 1, 2}).open), (Facts{a, b, c}));
    EXPECT_EQ(listed(eight({1, 2, 1, 2, 1, 2, 1, 2}).open), (Facts{c}));
    EXPECT_EQ(listed(eight({1, 2, 1, 2, 3, 4, 3, 4}).open), (Facts{a, c}));
    EXPECT_EQ(listed(eight({1, 2, 2, 1, 1, 2, 2, 1}).open), (Facts{b, c}));
    // An outcome's number is never that of a fork.
    EXPECT_EQ(listed(eight({1, 1, 1, 2, 3, 3, 1, 2}).open), (Facts{a, b, c}));
    EXPECT_EQ(listed(eight({1, 2, 1, 1, 1, 2, 3, 3}).open), (Facts{a, b, c}));
    EXPECT_EQ(listed(eight({1, 2, 2, 2, 1, 2, 1, 1}).open), (Facts{a, b, c}));
}

TEST(Dependence, WhatIsOnlyTriedIsAnAssumptionAndNotOpen) {
    // a is assumed; where another value is tried, b would matter, but nobody is asked for that.
    const auto tried = dependence_of(leaves({{{{a, 0, what_if}}, says(1)}, {{{a, 1, what_if}, {b, 0}}, says(1)}, {{{a, 1, what_if}, {b, 1}}, says(2)}}));
    EXPECT_EQ(listed(tried.assumed), (Facts{a}));
    EXPECT_EQ(listed(tried.open), (Facts{}));
    // Where it is as assumed, b matters.
    const auto as_assumed = dependence_of(leaves({{{{a, 0, what_if}, {b, 0}}, says(1)},
                                                  {{{a, 0, what_if}, {b, 1}}, says(2)},
                                                  {{{a, 1, what_if}, {b, 0}}, says(1)},
                                                  {{{a, 1, what_if}, {b, 1}}, says(2)}}));
    EXPECT_EQ(listed(as_assumed.assumed), (Facts{}));
    EXPECT_EQ(listed(as_assumed.open), (Facts{b}));
    // The same tree with a given: then its value is no longer tried but so.
    const auto given =
        dependence_of(leaves({{{{a, 0, what_if}}, says(1)}, {{{a, 1, what_if}, {b, 0}}, says(1)}, {{{a, 1, what_if}, {b, 1}}, says(2)}}), {a, 1});
    EXPECT_EQ(listed(given.assumed), (Facts{}));
    EXPECT_EQ(listed(given.open), (Facts{b}));
}

TEST(Dependence, ADateIsMissingWhereACompletionThatMayBeLacksIt) {
    EXPECT_EQ(listed(dependence_of(leaves({{{}, says(1, c)}})).dates), (Facts{c}));
    Outcome not_granted = says(1, c);
    not_granted.granted = false;
    EXPECT_EQ(listed(dependence_of(leaves({{{}, not_granted}})).dates), (Facts{}));
    EXPECT_EQ(listed(dependence_of(leaves({{{{a, 0}}, says(1, b)}, {{{a, 1}}, says(1, c)}})).dates), (Facts{b, c}));
    EXPECT_EQ(listed(dependence_of(leaves({{{{a, 0}}, says(1)}, {{{a, 1}}, not_granted}})).dates), (Facts{}));
    EXPECT_EQ(listed(dependence_of(leaves({{{{a, 0, what_if}}, says(1, b)}, {{{a, 1, what_if}}, says(1, c)}})).dates), (Facts{b}));
    EXPECT_EQ(listed(dependence_of(leaves({{{{a, 0, what_if}}, says(1, b)}, {{{a, 1, what_if}}, says(1, c)}}), {a, 1}).dates), (Facts{c}));
    EXPECT_EQ(listed(dependence_of(leaves({{{{a, 0}}, says(1, b)}, {{{a, 1}}, says(1, c)}}), {a, 0}).dates), (Facts{b}));
    EXPECT_EQ(
        listed(dependence_of(leaves({{{{a, 0, what_if}}, says(1)}, {{{a, 1, what_if}, {b, 0}}, says(1, c)}, {{{a, 1, what_if}, {b, 1}}, says(1, c)}})).dates),
        (Facts{}));
}

}  // namespace
}  // namespace returnable
