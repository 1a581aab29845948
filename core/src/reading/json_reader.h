// Walks a JSON tree and names every fault with its place. Used by everything that reads a document.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/json_tree.h"
#include "returnable/date.h"

namespace returnable {

/// A node and where it stands. A reader of something absent is `false`; asking it for a value records nothing.
class Reader {
public:
    Reader(const Node& node, std::vector<Error>& errors, std::string path = {}) : node_(&node), errors_(&errors), path_(std::move(path)) {}

    explicit operator bool() const { return node_ != nullptr; }
    const Node& node() const { return *node_; }
    void fault(const char* code, std::string message) const {
        if (!full()) errors_->push_back({code, path_, std::move(message)});
    }
    /// Whether as many faults are named as may be.
    bool full() const { return errors_->size() >= most_faults; }

    /// Whether an empty name read here is what stands here: an empty text, or a value under an empty key. Where it is neither,
    /// it is empty because of a fault that has been named.
    bool can_be_nameless() const { return node_ && (node_->is(Node::Kind::string) || path_.ends_with('/')); }

    /// Faults where this is not an object, or has a key that is not listed. `known` in the words of the message.
    bool object(std::initializer_list<std::string_view> known) const;
    bool array() const;
    /// Whether `object` found a key here that is not known: what seems to be missing may be there, misspelt.
    bool has_unknown_key() const;

    Reader get(std::string_view key) const;
    /// As get, but its absence is a fault; not where this object `has_unknown_key`.
    Reader need(std::string_view key) const;
    Reader at(std::size_t index) const;
    /// Of an object: what stands under its key of this place.
    Reader member(std::size_t index) const;
    std::size_t size() const { return node_ ? node_->items.size() : 0; }

    std::string text() const;
    std::optional<std::int64_t> integer(std::int64_t least, std::int64_t most) const;
    std::optional<bool> boolean() const;
    std::optional<Date> date() const;
    /// The index of this text in `words`, or a fault that lists them.
    std::optional<std::size_t> word(std::initializer_list<std::string_view> words) const;

private:
    Reader(const Node* node, std::vector<Error>* errors, std::string path) : node_(node), errors_(errors), path_(std::move(path)) {}

    const Node* node_;
    std::vector<Error>* errors_;
    std::string path_;
};

/// One of a list of texts, or a list of one text: packs may write either.
std::vector<Reader> one_or_many(const Reader& reader);

/// A place for "did you mean": the closest of `known`, or empty.
std::string closest(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace returnable
