// Sets of small numbers: rules, slots, clauses; facts.
#pragma once

#include <array>
#include <bit>
#include <bitset>
#include <cstdint>
#include <vector>

namespace returnable {

/// Calls `f` with each number whose bit is set, the least first; `first` is that of bit 0.
template <class F>
void each_bit(std::uint64_t word, std::size_t first, F f) {
    for (; word != 0; word &= word - 1) f(first + static_cast<std::size_t>(std::countr_zero(word)));
}

template <std::size_t size, class F>
void each(const std::bitset<size>& set, F f) {
    for (std::size_t first = 0; first < size; first += 64) {
        each_bit(((set >> first) & std::bitset<size>(UINT64_MAX)).to_ullong(), first, f);
    }
}

/// The first 256 need no allocation: there are many such sets, and few packs with more rules or clauses.
class IndexSet {
public:
    IndexSet() = default;
    /// An empty set with room for 0 … size - 1.
    explicit IndexSet(std::size_t size) : more_(size > near ? (size - near + 63) / 64 : 0) {}

    bool operator[](std::size_t index) const { return word(index) >> index % 64 & 1; }
    void add(std::size_t index) { const_cast<std::uint64_t&>(word(index)) |= std::uint64_t{1} << index % 64; }
    void clear() {
        words_ = {};
        for (std::uint64_t& word : more_) word = 0;
    }
    void operator|=(const IndexSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
        for (std::size_t i = 0; i < more_.size(); ++i) more_[i] |= other.more_[i];
    }
    void operator&=(const IndexSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
        for (std::size_t i = 0; i < more_.size(); ++i) more_[i] &= other.more_[i];
    }
    /// Takes out what is in `other`.
    void operator-=(const IndexSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
        for (std::size_t i = 0; i < more_.size(); ++i) more_[i] &= ~other.more_[i];
    }
    template <class F>
    friend void each(const IndexSet& set, F f) {
        for (std::size_t i = 0; i < set.words_.size(); ++i) each_bit(set.words_[i], 64 * i, f);
        for (std::size_t i = 0; i < set.more_.size(); ++i) each_bit(set.more_[i], near + 64 * i, f);
    }

private:
    static constexpr std::size_t near = 256;

    const std::uint64_t& word(std::size_t index) const { return index < near ? words_[index / 64] : more_[(index - near) / 64]; }

    std::array<std::uint64_t, near / 64> words_{};
    std::vector<std::uint64_t> more_;
};

}  // namespace returnable
