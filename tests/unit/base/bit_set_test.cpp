#include "base/bit_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace returnable {
namespace {

template <class Set>
std::vector<std::size_t> numbers(const Set& set) {
    std::vector<std::size_t> found;
    each(set, [&](std::size_t number) { found.push_back(number); });
    return found;
}

// Every number alone and every pair of neighbours.
TEST(FactSet, NamesItsNumbers) {
    FactSet all;
    for (std::size_t i = 0; i + 1 < FactSet::room; ++i) {
        FactSet set, next;
        set.set(i);
        EXPECT_EQ(numbers(set), std::vector{i});
        EXPECT_TRUE(set[i] && !set[i + 1] && !set.none());
        next.set(i + 1);
        const FactSet both = set | next;
        EXPECT_EQ(numbers(both), (std::vector{i, i + 1}));
        EXPECT_EQ(both.count(), 2u);
        EXPECT_EQ(numbers(both & next), std::vector{i + 1});
        EXPECT_EQ(numbers(both - next), std::vector{i});
        EXPECT_TRUE((set & next).none());
        all |= both;
    }
    EXPECT_EQ(all.count(), FactSet::room);
    all.reset(64);
    EXPECT_TRUE(!all[64] && all[63] && all[65]);
    all.reset();
    EXPECT_TRUE(all.none() && numbers(all).empty());
}

TEST(BitSet, NamesItsNumbersAlsoBeyondThoseThatNeedNoRoom) {
    const std::vector<std::size_t> some{0, 1, 63, 64, 255, 256, 257, 319, 320, 999};
    BitSet set(1000);
    EXPECT_TRUE(numbers(set).empty());
    for (const std::size_t number : some) set.add(number);
    EXPECT_EQ(numbers(set), some);
    for (std::size_t i = 0; i < 1000; ++i) EXPECT_EQ(set[i], std::find(some.begin(), some.end(), i) != some.end()) << i;
    BitSet others(1000);
    others.add(64);
    others.add(257);
    BitSet both = set;
    both &= others;
    EXPECT_EQ(numbers(both), (std::vector<std::size_t>{64, 257}));
    set -= others;
    EXPECT_EQ(numbers(set).size(), some.size() - 2);
    set |= others;
    EXPECT_EQ(numbers(set), some);
    set.clear();
    EXPECT_TRUE(numbers(set).empty());
}

}  // namespace
}  // namespace returnable
