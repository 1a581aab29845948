// What a verdict points into, for as long as it or a copy of it is there.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "pack/pack.h"
#include "verdict/verdict_view.h"

namespace returnable {

/// Its pack, and lists of that pack's names.
class VerdictStorage {
public:
    explicit VerdictStorage(std::shared_ptr<const Pack> of) : pack(std::move(of)) {}
    /// A place for so many names, which stays where it is.
    Text* room(std::size_t count);
    /// At most so many names of the members of a set.
    Texts names(const BitSet& members, const std::vector<std::string>& all, std::size_t most = SIZE_MAX);

    const std::shared_ptr<const Pack> pack;

private:
    // Each has twice the room of the one before, so there are never many.
    struct Block {
        std::unique_ptr<Block> before;
        std::unique_ptr<Text[]> names;
    };
    std::unique_ptr<Block> last_;
    std::size_t size_ = 32, left_ = 0;  // of the last
    Text* at_ = nullptr;                // where the rest of it begins
};

}  // namespace returnable
