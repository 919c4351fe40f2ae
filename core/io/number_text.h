// Numbers in text, fast.
#pragma once

#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>

namespace horo {

/// Reads a number at the beginning of `text`, which is cut behind it: decimal, with an exponent, nan or inf,
/// with
/// + or - in front. Too large = infinity, too small = 0. False: there is none.
template <class Number>
bool takeNumber(std::string_view& text, Number& value) {
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
