#include "verdict/verdict_storage.h"

#include <algorithm>
#include <utility>

namespace returnable {

Text* VerdictStorage::room(std::size_t count) {
    if (left_ < count) {
        left_ = size_ = std::max(count, 2 * size_);
        at_ = new Text[size_];
        last_.reset(new Block{std::move(last_), std::unique_ptr<Text[]>(at_)});
    }
    left_ -= count;
    return std::exchange(at_, at_ + count);
}

Texts VerdictStorage::names(const BitSet& members, const std::vector<std::string>& all, std::size_t most) {
    const std::size_t count = std::min(members.count(), most);
    Text* const to = room(count);
    std::size_t written = 0;
    each(members, [&](std::size_t one) {
        if (written < count) to[written++] = all[one];
    });
    return {to, count};
}

}  // namespace returnable
