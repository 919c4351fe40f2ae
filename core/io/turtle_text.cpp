#include "core/io/turtle_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace horo {

namespace {

constexpr std::array<bool, 256> delimiters = [] {
    std::array<bool, 256> is{};
    for (const char c : std::string_view(" \t\r\n;,()[]<>\"'#^"))
        is[static_cast<unsigned char>(c)] = true;
    return is;
}();

bool sameLetters(std::string_view a, std::string_view b) {
    return std::ranges::equal(
        a, b, {}, [](unsigned char c) { return std::tolower(c); },
        [](unsigned char c) { return std::tolower(c); });
}

/// The code point as UTF-8; false: there is none such.
bool appendCodePoint(uint32_t point, std::string& out) {
    if (point == 0 || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return false;
    const auto tail = [&](int shift) { out += static_cast<char>(0x80 | (point >> shift & 0x3F)); };
    if (point < 0x80) return out += static_cast<char>(point), true;
    if (point < 0x800) {
        out += static_cast<char>(0xC0 | point >> 6);
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0 | point >> 12);
        tail(6);
    } else {
        out += static_cast<char>(0xF0 | point >> 18);
        tail(12);
        tail(6);
    }
    tail(0);
    return true;
}

}  // namespace

bool TurtleText::fail(std::string cause, std::string advice) {
    if (fault.cause.empty()) fault = inputError(std::move(cause), std::move(advice));
    return false;
}

size_t TurtleText::line() {
    if (at_ > counted_) {
        line_ += static_cast<size_t>(std::ranges::count(text_.substr(counted_, at_ - counted_), '\n'));
        counted_ = at_;
    }
    return line_;
}

void TurtleText::skipBlanks() {
    while (!atEnd()) {
        const char c = text_[at_];
        if (c == '#')
            at_ = std::min(text_.find('\n', at_), text_.size());
        else if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
            ++at_;
        else
            break;
    }
}

bool TurtleText::expect(char wanted) {
    skipBlanks();
    if (atEnd())
        return fail(fmt::format("ends where a '{}' is needed", wanted), "the file is cut off: make it again");
    if (sign() != wanted) return fail(fmt::format("has no '{}' where one is needed", wanted));
    ++at_;
    return true;
}

std::string_view TurtleText::word() const {
    size_t end = at_;
    while (end < text_.size() && !delimiters[static_cast<unsigned char>(text_[end])])
        end += text_[end] == '\\' && end + 1 < text_.size() ? 2 : 1;
    while (end > at_ && text_[end - 1] == '.' && !(end - at_ > 1 && text_[end - 2] == '\\'))
        --end;
    return text_.substr(at_, end - at_);
}

bool TurtleText::directive(std::string_view first) {
    at_ += first.size();
    skipBlanks();
    if (sameLetters(first.substr(first[0] == '@'), "base"))
        return prefixIri(base_) && (first[0] != '@' || expect('.'));
    const auto name = word();
    if (!name.ends_with(':')) return fail("has a prefix without a colon", "write @prefix name: <IRI> .");
    at_ += name.size();
    skipBlanks();
    std::string iri;
    if (!prefixIri(iri)) return false;
    prefixes_.insert_or_assign(std::string(name.substr(0, name.size() - 1)), std::move(iri));
    return first[0] != '@' || expect('.');
}

bool TurtleText::prefixIri(std::string& out) {
    if (!iriReference(out)) return false;
    if (out.size() <= longestPrefix) return true;
    return fail(fmt::format("has a prefix of more than {} characters", longestPrefix), "shorten it");
}

bool TurtleText::simpleTerm(RdfTerm& out) {
    if (atEnd()) return fail("ends inside a statement", "the file is cut off: make it again");
    const char c = sign();
    if (c == '<') return iriReference(out.value);
    if (c == '"' || c == '\'') return literal(out);
    const auto name = word();
    if (name.empty())
        return fail(c < ' ' ? "has a control character where a term is needed"
                            : fmt::format("has a '{}' where a term is needed", c));
    if (name.starts_with("_:")) {
        out = {RdfTerm::Kind::Blank, std::string(name.substr(2)), {}};
    } else if (name == "true" || name == "false" ||
               std::string_view("+-0123456789.").find(c) != std::string_view::npos) {
        out = {RdfTerm::Kind::Literal, std::string(name), {}};
    } else {
        return prefixedName(out, name);
    }
    at_ += name.size();
    return true;
}

bool TurtleText::prefixedName(RdfTerm& out, std::string_view name) {
    const size_t colon = name.find(':');
    const auto found = prefixes_.find(name.substr(0, colon));
    if (colon == std::string_view::npos || found == prefixes_.end())
        return fail(name.size() > 60 ? std::string("has a name of no prefix")
                                     : fmt::format("has '{}', whose prefix is not declared", name),
                    "declare it: @prefix name: <IRI> .");
    out.value = found->second;
    for (size_t i = colon + 1; i < name.size(); ++i) {
        if (name[i] == '\\' && i + 1 < name.size()) ++i;
        out.value += name[i];
    }
    at_ += name.size();
    return true;
}

/// \u0041 or \U00000041, the place on the u.
bool TurtleText::codePoint(std::string& out) {
    const size_t digits = text_[at_] == 'u' ? 4 : 8;
    uint32_t point = 0;
    for (size_t i = 1; i <= digits; ++i) {
        const char c = at_ + i < text_.size() ? text_[at_ + i] : ' ';
        if (!std::isxdigit(static_cast<unsigned char>(c))) return fail("has an escape without its digits");
        point = point * 16 + static_cast<uint32_t>(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
    }
    at_ += digits + 1;
    return appendCodePoint(point, out) || fail("has an escape of no character");
}

bool TurtleText::iriReference(std::string& out) {
    if (sign() != '<') return fail("has no <IRI> where one is needed");
    const size_t start = at_++;
    std::string iri;
    while (!atEnd() && text_[at_] != '>') {
        if (text_[at_] == '\\' && at_ + 1 < text_.size() && (text_[at_ + 1] | 32) == 'u') {
            ++at_;
            if (!codePoint(iri)) return false;
        } else if (std::string_view(" \n<\"{}\\").find(text_[at_]) != std::string_view::npos) {
            return fail("has a sign in an IRI that none may hold", "close the IRI by >");
        } else {
            iri += text_[at_++];
        }
    }
    if (atEnd()) {
        at_ = start;
        return fail("has an IRI that is never closed", "close it by >");
    }
    ++at_;
    out = resolveIri(base_, iri);
    return true;
}

bool TurtleText::literal(RdfTerm& out) {
    out.kind = RdfTerm::Kind::Literal;
    const size_t start = at_;
    const char quote = sign();
    const std::string three(3, quote);
    const bool isLong = text_.substr(at_, 3) == three;
    at_ += isLong ? 3 : 1;
    for (;;) {
        if (atEnd() || (!isLong && text_[at_] == '\n')) {
            at_ = start;
            return fail("has a quote that is never closed", "close it in the same line, or use three quotes");
        }
        const char c = text_[at_];
        if (c == quote && (!isLong || text_.substr(at_, 3) == three)) break;
        ++at_;
        if (c != '\\')
            out.value += c;
        else if (!escape(out.value))
            return false;
    }
    at_ += isLong ? 3 : 1;
    return literalEnd(out);
}

bool TurtleText::escape(std::string& out) {
    const char e = sign();
    if (e == 'u' || e == 'U') return codePoint(out);
    constexpr std::string_view from = "tbnrf\"'\\", to = "\t\b\n\r\f\"'\\";
    if (atEnd() || from.find(e) == std::string_view::npos) return fail("has an escape of no kind");
    out += to[from.find(e)];
    ++at_;
    return true;
}

/// @language, or ^^type, which is read over.
bool TurtleText::literalEnd(RdfTerm& out) {
    if (sign() == '@') {
        ++at_;
        const auto tag = word();
        out.language = languageTag(tag);
        at_ += tag.size();
    } else if (text_.substr(at_, 2) == "^^") {
        at_ += 2;
        RdfTerm type;
        if (sign() == '<') return iriReference(type.value);
        const auto name = word();
        return prefixedName(type, name);
    }
    return true;
}

}  // namespace horo
