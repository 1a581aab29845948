// A set of small numbers: rules, slots, clauses.
#pragma once

#include <cstdint>
#include <vector>

namespace returnable {

class IndexSet {
public:
    IndexSet() = default;
    /// An empty set with room for 0 … size - 1.
    explicit IndexSet(std::size_t size) : words_((size + 63) / 64, 0) {}

    bool operator[](std::size_t index) const { return words_[index / 64] >> index % 64 & 1; }
    void add(std::size_t index) { words_[index / 64] |= std::uint64_t{1} << index % 64; }
    void clear() {
        for (std::uint64_t& word : words_) word = 0;
    }
    void operator|=(const IndexSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    }
    void operator&=(const IndexSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    }
    /// Takes out what is in `other`.
    void operator-=(const IndexSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
    }

private:
    std::vector<std::uint64_t> words_;
};

}  // namespace returnable
