// A few strokes for writing compact JSON by hand: objects open with a key or close, and commas look after themselves.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "json_text.h"
#include "returnable/date.h"

namespace returnable {

class JsonWriter {
public:
    std::string text;

    void open(char bracket) {
        separate();
        text += bracket;
    }
    void close(char bracket) { text += bracket; }
    void key(std::string_view name) {
        separate();
        append_json_string(text, name);
        text += ':';
    }
    void value(std::string_view word) {
        separate();
        append_json_string(text, word);
    }
    void value(bool flag) {
        separate();
        text += flag ? "true" : "false";
    }
    void value(std::int64_t number) {
        separate();
        char digits[20];
        std::size_t count = 0;
        auto rest = static_cast<std::uint64_t>(number);
        if (number < 0) {
            text += '-';
            rest = 0 - rest;
        }
        do digits[count++] = static_cast<char>('0' + rest % 10);
        while ((rest /= 10) > 0);
        while (count > 0) text += digits[--count];
    }
    void null() {
        separate();
        text += "null";
    }
    void value(const std::optional<Date>& day) {
        if (day) value(std::string_view(format_date(*day)));
        else null();
    }
    template <class Words>
    void list(const Words& words) {
        open('[');
        for (const std::string_view word : words) value(word);
        close(']');
    }
    void value(std::span<const std::string_view> words) { list(words); }
    void value(const std::vector<std::string>& words) { list(words); }
    void raw(std::string_view json) {
        separate();
        text += json;
    }
    template <class T>
    void pair(std::string_view name, const T& what) {
        key(name);
        value(what);
    }

private:
    void separate() {
        if (text.empty()) return;
        const char last = text.back();
        if (last != '{' && last != '[' && last != ':' && last != ',') text += ',';
    }
};

}  // namespace returnable
