// Numbers in text, fast.
#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string_view>

namespace horo {

/// Digits with a point and no exponent, at most 15 of them: then both the digits as a whole number and the
/// power of ten are exact doubles and one division rounds once (Clinger 1990). Where there is something else,
/// false.
inline bool takeShortDecimal(std::string_view& text, double& value) {
    static constexpr double tens[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                      1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const char *at = text.data(), *const end = at + text.size();
    const bool isNegative = at != end && *at == '-';
    if (isNegative) ++at;
    const auto isDigit = [&] { return at != end && static_cast<unsigned char>(*at - '0') < 10; };
    uint64_t whole = 0;
    const char* const first = at;
    for (; isDigit(); ++at)
        whole = whole * 10 + static_cast<uint64_t>(*at - '0');
    std::ptrdiff_t digits = at - first, behind = 0;
    if (at != end && *at == '.') {
        const char* const point = ++at;
        for (; isDigit(); ++at)
            whole = whole * 10 + static_cast<uint64_t>(*at - '0');
        behind = at - point;
        digits += behind;
    }
    const bool goesOn = at != end && (*at == 'e' || *at == 'E' || *at == 'x');
    if (digits == 0 || digits > 15 || goesOn) return false;
    value = static_cast<double>(whole) / tens[behind];
    if (isNegative) value = -value;
    text.remove_prefix(static_cast<size_t>(at - text.data()));
    return true;
}

/// Reads a number at the beginning of `text`, which is cut behind it: decimal, with an exponent, nan or inf,
/// with
/// + or - in front. Too large = infinity, too small = 0. A float may be a double rounded, as numpy reads it.
/// False: there is none.
template <class Number>
bool takeNumber(std::string_view& text, Number& value) {
    double decimal;
    if (takeShortDecimal(text, decimal)) {
        value = static_cast<Number>(decimal);
        return true;
    }
    const char *at = text.data(), *const end = at + text.size();
    if (at != end && *at == '+' && end - at > 1 && at[1] != '-') ++at;
    auto [stop, fault] = std::from_chars(at, end, value);
    if (fault == std::errc::invalid_argument) return false;
    if (fault == std::errc::result_out_of_range) {
        const std::string_view digits(at, static_cast<size_t>(stop - at));
        const size_t exponent = digits.find_first_of("eE");
        const bool small = exponent == std::string_view::npos
                               ? digits.find_first_of("123456789") > digits.find('.')
                               : digits.substr(exponent).find('-') == 1;
        value = small ? Number{0}
                      : std::copysign(std::numeric_limits<Number>::infinity(),
                                      digits.starts_with('-') ? Number{-1} : Number{1});
    }
    text.remove_prefix(static_cast<size_t>(stop - text.data()));
    return true;
}

/// Whether the whole text is one number.
inline bool isNumber(std::string_view text) {
    double value;
    return !text.empty() && takeNumber(text, value) && text.empty();
}

}  // namespace horo
