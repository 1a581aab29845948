#include "reading/json_reader.h"

#include <algorithm>

namespace returnable {
namespace {

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t above = row[j + 1];
            row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0u : 1u)});
            diagonal = above;
        }
    }
    return row.back();
}

std::string listed(std::initializer_list<std::string_view> words) {
    std::string out;
    for (const auto word : words) out += (out.empty() ? "" : ", ") + std::string(word);
    return out;
}

}  // namespace

std::string closest(std::string_view word, const std::vector<std::string_view>& known) {
    std::string best;
    if (word.size() > 64) return best;
    std::size_t least = 1 + word.size() / 3;
    for (const auto candidate : known) {
        const std::size_t d = distance(word, candidate);
        if (d <= least && (best.empty() || d < least)) {
            best = candidate;
            least = d;
        }
    }
    return best;
}

bool Reader::object(std::initializer_list<std::string_view> known) const {
    if (!node_->is(Node::Kind::object)) {
        if (!node_->is(Node::Kind::invalid)) fault("wrong_type", "This must be an object: { … }.");
        return false;
    }
    for (const std::string& key : node_->keys) {
        if (full() || std::find(known.begin(), known.end(), key) != known.end()) continue;
        const std::string guess = closest(key, {known.begin(), known.end()});
        errors_->push_back(
            {"unknown_key", pointer(path_, key),
             guess.empty() ? "There is no such key here. Known: " + listed(known) + "." : "There is no such key here. Did you mean \"" + guess + "\"?"});
    }
    return true;
}

bool Reader::array() const {
    if (node_->is(Node::Kind::array)) return true;
    if (!node_->is(Node::Kind::invalid)) fault("wrong_type", "This must be a list: [ … ].");
    return false;
}

Reader Reader::get(std::string_view key) const { return {node_ ? node_->find(key) : nullptr, errors_, pointer(path_, key)}; }

Reader Reader::need(std::string_view key) const {
    Reader found = get(key);
    if (!found && node_->is(Node::Kind::object) && !has_unknown_key()) {
        found.fault("missing", "\"" + std::string(key) + "\" must be given here.");
    }
    return found;
}

bool Reader::has_unknown_key() const {
    return std::any_of(errors_->begin(), errors_->end(), [&](const Error& error) {
        if (error.code != "unknown_key" || !error.path.starts_with(path_) || error.path.size() == path_.size()) return false;
        return error.path.find('/', path_.size() + 1) == std::string::npos && error.path[path_.size()] == '/';
    });
}

Reader Reader::at(std::size_t index) const { return {&node_->items[index], errors_, pointer(path_, index)}; }

Reader Reader::member(std::size_t index) const { return {&node_->items[index], errors_, pointer(path_, node_->keys[index])}; }

std::string Reader::text() const {
    if (!node_) return {};
    if (node_->is(Node::Kind::string)) return node_->string;
    if (!node_->is(Node::Kind::invalid)) fault("wrong_type", "This must be text in quotes.");
    return {};
}

std::optional<std::int64_t> Reader::integer(std::int64_t least, std::int64_t most) const {
    if (!node_) return std::nullopt;
    if (!node_->is(Node::Kind::integer)) {
        if (!node_->is(Node::Kind::invalid)) fault("wrong_type", "This must be a whole number.");
        return std::nullopt;
    }
    if (node_->integer < least || node_->integer > most) {
        fault("out_of_range", "This must be from " + std::to_string(least) + " to " + std::to_string(most) + ".");
        return std::nullopt;
    }
    return node_->integer;
}

std::optional<bool> Reader::boolean() const {
    if (!node_) return std::nullopt;
    if (node_->is(Node::Kind::boolean)) return node_->boolean;
    if (!node_->is(Node::Kind::invalid)) fault("wrong_type", "This must be true or false.");
    return std::nullopt;
}

std::optional<Date> Reader::date() const {
    if (!node_) return std::nullopt;
    if (!node_->is(Node::Kind::string)) {
        (void)text();
        return std::nullopt;
    }
    const auto day = parse_date(node_->string);
    if (!day) fault("bad_date", "Write a day that exists as YYYY-MM-DD, from 1970-01-01 to 2199-12-31.");
    return day;
}

std::optional<std::size_t> Reader::word(std::initializer_list<std::string_view> words) const {
    if (!node_) return std::nullopt;
    if (!node_->is(Node::Kind::string)) {
        (void)text();
        return std::nullopt;
    }
    const auto found = std::find(words.begin(), words.end(), node_->string);
    if (found == words.end()) {
        const std::string guess = closest(node_->string, {words.begin(), words.end()});
        fault("bad_value", guess.empty() ? "This must be one of: " + listed(words) + "." : "There is no such word here. Did you mean \"" + guess + "\"?");
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - words.begin());
}

std::vector<Reader> one_or_many(const Reader& reader) {
    std::vector<Reader> out;
    if (!reader) return out;
    if (!reader.node().is(Node::Kind::array)) return {reader};
    for (std::size_t i = 0; i < reader.size(); ++i) out.push_back(reader.at(i));
    return out;
}

}  // namespace returnable
