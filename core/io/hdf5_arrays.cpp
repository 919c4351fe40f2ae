// The datasets of an HDF5 file as arrays.
#include <fmt/format.h>

#include <algorithm>

#include "core/io/hdf5_file.h"
#include "core/io/hdf5_process.h"

namespace horo {

using hdf5::Ask;
using hdf5::Status;

namespace {

/// As many numbers as there have to be.
template <class Number>
Status readNumbers(Hdf5Process& process, const Hdf5Process::Question& question, size_t count,
                   std::vector<Number>& numbers) {
    const Status status = process.askNumbers(question, count, numbers);
    return status == Status::Good && numbers.size() != count ? Status::Damaged : status;
}

}  // namespace

Result<Vectors> Hdf5File::rows(const std::string& path, size_t most) const {
    if (auto checked = check(path, Content::Numbers); !checked) return checked.error();
    const Entry& entry = *find(path);
    if (entry.extents.empty() || entry.extents.size() > 2)
        return inputError(fmt::format("has {} dimensions, not rows and columns", entry.extents.size()),
                          "name a dataset of two dimensions", name_ + ": " + path);
    const size_t rows = std::min(most, entry.extents[0]);
    const size_t columns = entry.extents.size() == 2 ? entry.extents[1] : 1;
    const bool isSingle = entry.type == "float16" || entry.type == "float32" ||
                          entry.type.ends_with("int8") || entry.type.ends_with("int16") ||
                          entry.type == "bool";
    const auto read = [&](Ask ask, auto numbers) -> Result<Vectors> {
        const Status status = readNumbers(*process_, {ask, path, {}, rows}, rows * columns, numbers);
        if (status != Status::Good) return failure(status, path);
        return Vectors(rows, columns, std::move(numbers));
    };
    return isSingle ? read(Ask::Floats, std::vector<float>()) : read(Ask::Doubles, std::vector<double>());
}

Result<std::vector<double>> Hdf5File::numbers(const std::string& path) const {
    if (auto checked = check(path, Content::Numbers); !checked) return checked.error();
    std::vector<double> numbers;
    const Status status = readNumbers(*process_, {Ask::Doubles, path}, find(path)->count(), numbers);
    if (status != Status::Good) return failure(status, path);
    return numbers;
}

Result<std::vector<int64_t>> Hdf5File::wholeNumbers(const std::string& path) const {
    if (auto checked = check(path, Content::Numbers); !checked) return checked.error();
    std::vector<int64_t> numbers;
    const Status status = readNumbers(*process_, {Ask::WholeNumbers, path}, find(path)->count(), numbers);
    if (status != Status::Good) return failure(status, path);
    return numbers;
}

Result<std::vector<std::string>> Hdf5File::texts(const std::string& path) const {
    if (auto checked = check(path, Content::Text); !checked) return checked.error();
    std::vector<std::string> texts;
    const Status status = process_->askTexts({Ask::Texts, path}, largestArray(), texts);
    if (status != Status::Good) return failure(status, path);
    if (texts.size() != find(path)->count()) return failure(Status::Damaged, path);
    return texts;
}

Result<Column> Hdf5File::column(const std::string& path, const std::string& name) const {
    const Entry* entry = find(path);
    if (entry && entry->content == Content::Text) {
        auto values = texts(path);
        if (!values) return values.error();
        return Column{name, std::move(*values)};
    }
    auto values = numbers(path);
    if (!values) return values.error();
    return Column{name, std::move(*values)};
}

}  // namespace horo
