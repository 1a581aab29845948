#include <limits>

#include "reading/value_buffer.h"

namespace returnable {
namespace {

void put_length(std::string& out, std::size_t size) {
    const auto length = static_cast<std::uint32_t>(size);
    out.append(reinterpret_cast<const char*>(&length), sizeof length);
}

void put_text(std::string& out, std::string_view text) {
    put_length(out, text.size());
    out += text;
}

void put_number(std::string& out, double value) {
    out += 'd';
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void put(std::string& out, const Node& node) {
    switch (node.kind) {
        case Node::Kind::invalid:  // as what will be found to be invalid again: a text with a NUL, else a number that is none
            if (!node.string.empty()) {
                out += 's';
                put_text(out, node.string);
            } else {
                put_number(out, std::numeric_limits<double>::quiet_NaN());
            }
            break;
        case Node::Kind::null: out += 'n'; break;
        case Node::Kind::boolean: out += node.boolean ? 't' : 'f'; break;
        case Node::Kind::integer: put_number(out, static_cast<double>(node.integer)); break;
        case Node::Kind::string:
            out += 's';
            put_text(out, node.string);
            break;
        case Node::Kind::array:
        case Node::Kind::object:
            out += node.is(Node::Kind::array) ? 'a' : 'o';
            put_length(out, node.items.size());
            for (std::size_t i = 0; i < node.items.size(); ++i) {
                if (node.is(Node::Kind::object)) put_text(out, node.keys[i]);
                put(out, node.items[i]);
            }
    }
}

}  // namespace

std::string write_values(const Node& root) {
    std::string out;
    put(out, root);
    return out;
}

}  // namespace returnable
