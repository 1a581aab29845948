// JSON text to a tree: the one file that uses the JSON library.
#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <set>

#include "reading/json_tree.h"

namespace returnable {
namespace {

using nlohmann::json;

// What the library calls for each value that it has read.
class Events : public TreeBuilder {
public:
    Events(std::string_view text, const JsonLimits& limits, std::vector<Error>& errors) : TreeBuilder(limits, errors), text_(text) {}

    bool number_unsigned(json::number_unsigned_t value) {
        return value > static_cast<std::uint64_t>(INT64_MAX) ? number_not_whole() : number_integer(static_cast<std::int64_t>(value));
    }
    bool number_float(json::number_float_t, const json::string_t&) { return number_not_whole(); }
    bool string(json::string_t& value) { return TreeBuilder::string(std::move(value)); }
    bool binary(json::binary_t&) { return false; }
    bool start_object(std::size_t) {
        known_.emplace_back();
        return TreeBuilder::start_object();
    }
    bool start_array(std::size_t) { return TreeBuilder::start_array(); }
    bool end_object() {
        known_.pop_back();
        return end();
    }
    bool end_array() { return end(); }
    bool key(json::string_t& value) {
        if (keys().size() < few) return TreeBuilder::key(std::move(value));
        std::set<std::string>& known = known_.back();
        if (known.empty()) known.insert(keys().begin(), keys().end());
        const bool twice = !known.insert(value).second;
        return TreeBuilder::key(std::move(value), twice);
    }
    bool parse_error(std::size_t position, const std::string&, const json::exception& cause) {
        if (cause.id == 406) {
            fault("out_of_range", path(), "A number near " + line_and_column(position) + " is too large.");
        } else {
            fault("bad_json", path(), "This is not valid JSON (in UTF-8) near " + line_and_column(position) + ".");
        }
        return false;
    }

private:
    // Of the last of the first `read` bytes. A column is a character, so bytes that continue one do not count.
    std::string line_and_column(std::size_t read) const {
        const std::string_view before = text_.substr(0, read == 0 ? 0 : read - 1);
        const std::size_t line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
        const std::string_view last = before.substr(before.rfind('\n') + 1);  // npos + 1 = 0
        const auto column = std::count_if(last.begin(), last.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
        return "line " + std::to_string(line + 1) + ", column " + std::to_string(column + 1);
    }

    static constexpr std::size_t few = 32;

    std::string_view text_;
    std::vector<std::set<std::string>> known_;  // the keys of each open object, where they are many
};

}  // namespace

Node parse_json(std::string_view text, const JsonLimits& limits, std::vector<Error>& errors) {
    if (text.size() > limits.bytes) {
        errors.push_back({"too_large", "", "This text has more than " + std::to_string(limits.bytes / 1024) + " KB."});
        return unreadable();
    }
    if (text.substr(0, 3) == "\xEF\xBB\xBF") {
        errors.push_back({"byte_order_mark", "", "Save the text as UTF-8 without a byte-order mark."});
        return unreadable();
    }
    Events events(text, limits, errors);
    const std::size_t before = errors.size();
    const bool whole = json::sax_parse(text.begin(), text.end(), &events);
    if (!whole && errors.size() == before) errors.push_back({"bad_json", "", "This is not valid JSON."});
    if (!whole) events.root.kind = Node::Kind::invalid;
    return std::move(events.root);
}

}  // namespace returnable
