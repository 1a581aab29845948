// A few strokes for writing compact JSON by hand: objects open with a key or close, and commas look after themselves.
#pragma once

#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dates/format_date.h"
#include "returnable/date.h"
#include "returnable/error.h"

namespace returnable {

class JsonWriter {
public:
    explicit JsonWriter(std::size_t room = 1024) {
        text_.reserve(room);
        at_ = end_ = text_.data();
    }
    JsonWriter(const JsonWriter&) = delete;

    /// What was written. Nothing may be written after this.
    std::string finish() {
        text_.resize(size());
        return std::move(text_);
    }

    void open(char bracket) {
        char* to = begin(1);
        *to = bracket;
        end(to + 1);
        comma_ = false;
    }
    void close(char bracket) {
        comma_ = false;
        char* to = begin(1);
        *to = bracket;
        end(to + 1);
    }
    void key(std::string_view name);
    /// A key that stands in this code, and so needs no escaping.
    template <std::size_t size>
    void key(const char (&name)[size]) {
        plain_key({name, size - 1});
    }
    void value(std::string_view word);
    void value(bool flag);
    void value(std::int64_t number);
    void null();
    void value(const std::optional<Date>& day) {
        if (!day || !in_range(*day)) return null();
        char* to = begin(10);
        *to++ = '"';
        to = format_date(*day, to);
        *to++ = '"';
        end(to);
    }
    void value(std::span<const std::string_view> words);
    void value(const std::vector<std::string>& words) { value(std::vector<std::string_view>(words.begin(), words.end())); }
    void raw(std::string_view json) {
        char* to = begin(json.size());
        std::memcpy(to, json.data(), json.size());
        end(to + json.size());
    }
    template <std::size_t size, class T>
    void pair(const char (&name)[size], const T& what) {
        key(name);
        value(what);
    }

private:
    // A place for `size` letters, behind a comma where one is due, with room for quotes, a colon or a sign.
    char* begin(std::size_t size) {
        if (static_cast<std::size_t>(end_ - at_) < size + 16) grow(size + 16);
        char* to = at_;
        if (comma_) *to++ = ',';
        comma_ = true;
        return to;
    }
    void end(char* to) { at_ = to; }
    std::size_t size() const { return static_cast<std::size_t>(at_ - text_.data()); }
    void grow(std::size_t room);
    template <std::size_t size>
    void literal(const char (&json)[size]) {
        raw({json, size - 1});
    }
    // Here, and not in the source file, so that a copy of a known size is a few moves.
    void plain_key(std::string_view name) {
        char* to = begin(name.size());
        *to++ = '"';
        std::memcpy(to, name.data(), name.size());
        to += name.size();
        *to++ = '"';
        *to++ = ':';
        end(to);
        comma_ = false;
    }
    void escape(char* to, std::string_view text);

    std::string text_;
    char *at_ = nullptr, *end_ = nullptr;  // in text_: what is written ends at the first
    bool comma_ = false;
};

/// {"errors":[{"code","path","message"},…]}
std::string errors_json(const std::vector<Error>& errors);

}  // namespace returnable
