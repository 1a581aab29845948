#include <cmath>
#include <cstring>

#include "reading/value_buffer.h"

namespace returnable {
namespace {

class ValueReader {
public:
    ValueReader(std::string_view bytes, TreeBuilder& tree) : bytes_(bytes), tree_(tree) {}

    /// False where the bytes are not whole, or a limit is passed.
    bool value() {
        switch (take(1).empty() ? '\0' : taken_.front()) {
            case 'n': return tree_.null();
            case 't': return tree_.boolean(true);
            case 'f': return tree_.boolean(false);
            case 'd': return number();
            case 's': return length() && text(left_) && tree_.string(std::string(taken_));
            case 'a': return length() && tree_.start_array() && items(left_, false);
            case 'o': return length() && tree_.start_object() && items(left_, true);
            default: return false;
        }
    }
    bool whole() const { return bytes_.empty(); }

private:
    std::string_view take(std::size_t size) {
        taken_ = bytes_.substr(0, size);
        bytes_.remove_prefix(taken_.size());
        return taken_;
    }
    bool text(std::size_t size) { return take(size).size() == size; }
    bool length() {
        std::uint32_t size = 0;
        if (!text(sizeof size)) return false;
        std::memcpy(&size, taken_.data(), sizeof size);
        left_ = size;
        return true;
    }
    bool number() {
        double value = 0;
        if (!text(sizeof value)) return false;
        std::memcpy(&value, taken_.data(), sizeof value);
        const bool whole = value == std::trunc(value) && std::fabs(value) < 9.2e18;
        return whole ? tree_.number_integer(static_cast<std::int64_t>(value)) : tree_.number_not_whole();
    }
    bool items(std::size_t count, bool named) {
        for (std::size_t i = 0; i < count; ++i) {
            if (named && !(length() && text(left_) && tree_.key(std::string(taken_)))) return false;
            if (!value()) return false;
        }
        return tree_.end();
    }

    std::string_view bytes_, taken_;
    std::size_t left_ = 0;
    TreeBuilder& tree_;
};

}  // namespace

Node read_values(std::string_view bytes, const JsonLimits& limits, std::vector<Error>& errors) {
    TreeBuilder tree(limits, errors);
    const std::size_t before = errors.size();
    ValueReader reader(bytes, tree);
    const bool whole = bytes.size() <= limits.bytes && reader.value() && reader.whole();
    if (whole) return std::move(tree.root);
    if (bytes.size() > limits.bytes) errors.push_back({"too_large", "", "This text has more than " + std::to_string(limits.bytes / 1024) + " KB."});
    else if (errors.size() == before) errors.push_back({"bad_json", "", "These bytes are no value."});
    return unreadable();
}

}  // namespace returnable
