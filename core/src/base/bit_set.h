// Sets of small numbers: rules, slots, clauses; facts.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace returnable {

/// Facts; a pack has at most 128. Less code than a std::bitset, and its members are found without looking at each bit.
class FactSet {
public:
    static constexpr std::size_t room = 128;

    FactSet() = default;
    static FactSet of(std::size_t fact) {
        const std::uint64_t bit = std::uint64_t{1} << fact % 64;
        return {fact < 64 ? bit : 0, fact < 64 ? 0 : bit};
    }

    bool operator[](std::size_t fact) const { return words_[fact / 64] >> fact % 64 & 1; }
    void set(std::size_t fact) { words_[fact / 64] |= std::uint64_t{1} << fact % 64; }
    void reset(std::size_t fact) { words_[fact / 64] &= ~(std::uint64_t{1} << fact % 64); }
    void reset() { words_ = {}; }
    bool none() const { return (words_[0] | words_[1]) == 0; }
    std::size_t count() const { return static_cast<std::size_t>(std::popcount(words_[0])) + static_cast<std::size_t>(std::popcount(words_[1])); }
    FactSet& operator|=(const FactSet& other) { return *this = *this | other; }
    friend FactSet operator|(const FactSet& a, const FactSet& b) { return {a.words_[0] | b.words_[0], a.words_[1] | b.words_[1]}; }
    friend FactSet operator&(const FactSet& a, const FactSet& b) { return {a.words_[0] & b.words_[0], a.words_[1] & b.words_[1]}; }
    /// Those of `a` that are not in `b`.
    friend FactSet operator-(const FactSet& a, const FactSet& b) { return {a.words_[0] & ~b.words_[0], a.words_[1] & ~b.words_[1]}; }
    template <class F>
    friend void each(const FactSet& set, F f) {
        for (std::size_t i = 0; i < 2; ++i) {
            for (std::uint64_t rest = set.words_[i]; rest != 0; rest &= rest - 1) f(64 * i + static_cast<std::size_t>(std::countr_zero(rest)));
        }
    }

private:
    FactSet(std::uint64_t low, std::uint64_t high) : words_{low, high} {}

    std::array<std::uint64_t, 2> words_{};
};

/// The first 256 need no allocation: there are many such sets, and few packs with more rules or clauses.
class BitSet {
public:
    BitSet() = default;
    /// An empty set with room for 0 … size - 1.
    explicit BitSet(std::size_t size) : more_(size > near ? (size - near + 63) / 64 : 0) {}

    bool operator[](std::size_t index) const { return word(index) >> index % 64 & 1; }
    void add(std::size_t index) { const_cast<std::uint64_t&>(word(index)) |= std::uint64_t{1} << index % 64; }
    void clear() {
        words_ = {};
        for (std::uint64_t& word : more_) word = 0;
    }
    void operator|=(const BitSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
        const std::uint64_t* others = other.more_.data();
        for (std::uint64_t& word : more_) word |= *others++;
    }
    void operator&=(const BitSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
        const std::uint64_t* others = other.more_.data();
        for (std::uint64_t& word : more_) word &= *others++;
    }
    /// Takes out what is in `other`.
    void operator-=(const BitSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
        const std::uint64_t* others = other.more_.data();
        for (std::uint64_t& word : more_) word &= ~*others++;
    }
    std::size_t count() const {
        std::size_t count = 0;
        each(*this, [&](std::size_t) { ++count; });
        return count;
    }
    template <class F>
    friend void each(const BitSet& set, F f) {
        const std::size_t size = near + 64 * set.more_.size();
        for (std::size_t first = 0; first < size; first += 64) {
            for (std::uint64_t rest = set.word(first); rest != 0; rest &= rest - 1) f(first + static_cast<std::size_t>(std::countr_zero(rest)));
        }
    }

private:
    static constexpr std::size_t near = 256;

    const std::uint64_t& word(std::size_t index) const { return index < near ? words_[index / 64] : more_[(index - near) / 64]; }

    std::array<std::uint64_t, near / 64> words_{};
    std::vector<std::uint64_t> more_;
};

}  // namespace returnable
