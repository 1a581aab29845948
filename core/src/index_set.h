// Sets of small numbers: rules, slots, clauses; facts.
#pragma once

#include <array>
#include <bit>
#include <bitset>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

namespace returnable {

/// The least number in the set that is `from` or more; the set's size where there is none.
template <std::size_t size>
std::size_t next(const std::bitset<size>& set, std::size_t from) {
    // Its words, the lowest first, as every standard library here keeps them (index_set_test): shifting it would cost 2 KB.
    constexpr std::size_t width = std::numeric_limits<unsigned long>::digits;
    std::array<unsigned long, size / width> words;
    static_assert(sizeof words == sizeof set);
    std::memcpy(words.data(), &set, sizeof set);
    for (; from < size; from = from / width * width + width) {
        const unsigned long rest = words[from / width] >> from % width;
        if (rest != 0) return from + static_cast<std::size_t>(std::countr_zero(rest));
    }
    return size;
}

template <std::size_t size, class F>
void each(const std::bitset<size>& set, F f) {
    for (std::size_t i = next(set, 0); i < size; i = next(set, i + 1)) f(i);
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
    /// The least number in the set that is `from` or more; the set's size where there is none.
    std::size_t next(std::size_t from) const {
        for (; from < size(); from = from / 64 * 64 + 64) {
            const std::uint64_t rest = word(from) >> from % 64;
            if (rest != 0) return from + static_cast<std::size_t>(std::countr_zero(rest));
        }
        return size();
    }
    template <class F>
    friend void each(const IndexSet& set, F f) {
        for (std::size_t i = set.next(0); i < set.size(); i = set.next(i + 1)) f(i);
    }

private:
    static constexpr std::size_t near = 256;

    std::size_t size() const { return near + 64 * more_.size(); }
    const std::uint64_t& word(std::size_t index) const { return index < near ? words_[index / 64] : more_[(index - near) / 64]; }

    std::array<std::uint64_t, near / 64> words_{};
    std::vector<std::uint64_t> more_;
};

}  // namespace returnable
