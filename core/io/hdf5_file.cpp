#include "core/io/hdf5_file.h"

#include <fmt/format.h>
#include <hdf5.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include "core/io/hdf5_heaps.h"

namespace horo {

/// What the library gave us, closed when we are done.
struct Hdf5File::Handle {
    hid_t id = H5I_INVALID_HID;
    herr_t (*close)(hid_t) = nullptr;

    Handle() = default;
    Handle(hid_t opened, herr_t (*closes)(hid_t)) : id(opened), close(closes) {}
    Handle(Handle&& other) noexcept : id(std::exchange(other.id, H5I_INVALID_HID)), close(other.close) {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(id, other.id);
        std::swap(close, other.close);
        return *this;
    }
    ~Handle() {
        if (id >= 0) close(id);
    }
    explicit operator bool() const { return id >= 0; }
};

namespace {

using Entry = Hdf5File::Entry;
using Content = Hdf5File::Content;

constexpr size_t mostObjects = 100'000, mostDimensions = 8;
constexpr uint64_t strongestPacking = 1032;  // of deflate

std::mutex& library() {
    static std::mutex mutex;
    return mutex;
}

std::string typeName(hid_t type) {
    const size_t bits = 8 * H5Tget_size(type);
    switch (H5Tget_class(type)) {
        case H5T_INTEGER:
            return fmt::format("{}int{}", H5Tget_sign(type) == H5T_SGN_NONE ? "u" : "", bits);
        case H5T_FLOAT:
            return fmt::format("float{}", bits);
        case H5T_ENUM:
            return "bool";
        case H5T_STRING:
            return "text";
        default:
            return "other";
    }
}

Entry entryOf(hid_t dataset) {
    Entry entry;
    const hid_t type = H5Dget_type(dataset), space = H5Dget_space(dataset);
    if (type >= 0 && space >= 0) {
        entry.type = typeName(type);
        entry.content = entry.type == "other"  ? Content::Other
                        : entry.type == "text" ? Content::Text
                                               : Content::Numbers;
        hsize_t extents[H5S_MAX_RANK];
        const int dimensions = H5Sget_simple_extent_dims(space, extents, nullptr);
        if (dimensions < 0 || dimensions > static_cast<int>(mostDimensions)) entry.content = Content::Other;
        for (int i = 0; i < dimensions && entry.content != Content::Other; ++i)
            entry.extents.push_back(extents[i]);
    }
    if (type >= 0) H5Tclose(type);
    if (space >= 0) H5Sclose(space);
    return entry;
}

herr_t visit(hid_t root, const char* name, const H5O_info_t* about, void* into) {
    auto& entries = *static_cast<std::map<std::string, Entry>*>(into);
    if (entries.size() >= mostObjects) return -1;
    const std::string path = std::string_view(name) == "." ? "/" : "/" + std::string(name);
    if (about->type == H5O_TYPE_GROUP) {
        entries[path].content = Content::Group;
    } else if (about->type == H5O_TYPE_DATASET) {
        const hid_t dataset = H5Dopen2(root, name, H5P_DEFAULT);
        if (dataset < 0) return 0;
        entries[path] = entryOf(dataset);
        H5Dclose(dataset);
    }
    return 0;
}

/// Whether the numbers lie in the file itself: virtual and external datasets may lead anywhere.
bool liesHere(hid_t dataset) {
    const hid_t creation = H5Dget_create_plist(dataset);
    if (creation < 0) return false;
    const bool here = H5Pget_layout(creation) != H5D_VIRTUAL && H5Pget_external_count(creation) == 0;
    H5Pclose(creation);
    return here;
}

size_t countOf(const std::vector<size_t>& extents) {
    size_t count = 1;
    for (const size_t extent : extents)
        if (__builtin_mul_overflow(count, extent, &count)) return SIZE_MAX;
    return count;
}

/// Strings of a dataset or an attribute; `read` fills a buffer of the memory type.
template <class Read>
std::optional<std::vector<std::string>> readTexts(hid_t stored, hid_t space, size_t count, Read read) {
    std::vector<std::string> texts;
    const hid_t memory = H5Tcopy(H5T_C_S1);
    bool done = false;
    H5Tset_cset(memory, H5Tget_cset(stored));
    if (H5Tis_variable_str(stored) > 0) {
        H5Tset_size(memory, H5T_VARIABLE);
        std::vector<char*> pointers(count, nullptr);
        if (read(memory, pointers.data()) >= 0) {
            done = true;
            for (const char* text : pointers)
                texts.emplace_back(text ? text : "");
        }
        H5Dvlen_reclaim(memory, space, H5P_DEFAULT, pointers.data());
    } else {
        const size_t size = H5Tget_size(stored);
        H5Tset_size(memory, size);
        H5Tset_strpad(memory, H5T_STR_NULLPAD);
        std::string bytes(count * size, '\0');
        if (read(memory, bytes.data()) >= 0) {
            done = true;
            for (size_t i = 0; i < count; ++i) {
                std::string text = bytes.substr(i * size, size);
                text.resize(std::min(text.find('\0'), text.size()));
                texts.push_back(std::move(text));
            }
        }
    }
    H5Tclose(memory);
    if (!done) return std::nullopt;
    return texts;
}

}  // namespace

std::string Hdf5File::Entry::text() const {
    return fmt::format("{} {}", fmt::join(extents, " x "), type);
}

Result<Hdf5File> Hdf5File::open(const std::string& path) {
    Hdf5File file;
    file.name_ = path;
    file.turn_ = std::unique_lock(library());
    static const bool silent = H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr) >= 0;
    (void)silent;
    std::error_code fault;
    file.fileBytes_ = std::filesystem::file_size(path, fault);
    if (fault) return inputError("cannot be opened", "check the spelling of the path", path);
    if (H5Fis_hdf5(path.c_str()) <= 0)
        return inputError("is no HDF5 file", "check the name, or say what it is by ?format=NAME", path);
    if (std::ifstream bytes(path, std::ios::binary); !globalHeapsEnd(bytes))
        return inputError("is damaged: a heap of texts leads nowhere", "write the file again", path);
    file.file_ = std::make_shared<Handle>(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose);
    if (!*file.file_)
        return inputError("is damaged, cut off, or open for writing elsewhere", "copy the file again", path);
    if (H5Ovisit2(file.file_->id, H5_INDEX_NAME, H5_ITER_INC, visit, &file.entries_, H5O_INFO_BASIC) < 0)
        return inputError("is damaged, or has more than 100,000 parts", "write the file again", path);
    return file;
}

const Entry* Hdf5File::find(const std::string& path) const {
    const auto found = entries_.find(path);
    return found == entries_.end() ? nullptr : &found->second;
}

uint64_t Hdf5File::largestArray() const {
    return std::min<uint64_t>(fileBytes_ * 4 * strongestPacking, uint64_t{16} << 30);
}

Error Hdf5File::damaged(const std::string& path) const {
    return inputError(
        "cannot be read: it is damaged, or packed in a way that this HDF5 library does not know",
        "write it again without a filter, or with gzip", name_ + ": " + path);
}

Result<Hdf5File::Handle> Hdf5File::openDataset(const std::string& path, Content content) const {
    const std::string place = name_ + ": " + path;
    const Entry* entry = find(path);
    if (!entry || entry->content == Content::Group)
        return inputError("there is no such dataset in the file itself", "name another one", place);
    if (entry->content != content)
        return inputError(
            fmt::format("holds {}, not {}", entry->type, content == Content::Text ? "text" : "numbers"),
            "name another dataset", place);
    Handle dataset(H5Dopen2(file_->id, path.c_str(), H5P_DEFAULT), H5Dclose);
    if (!dataset) return damaged(path);
    if (!liesHere(dataset.id))
        return inputError("lies in another file", "copy the numbers into this one", place);
    const size_t count = countOf(entry->extents);
    if (count > largestArray() / 8)
        return inputError(fmt::format("says that it holds {}, far more than a file of {} bytes can",
                                      entry->text(), fileBytes_),
                          "write the file again", place);
    return dataset;
}

Result<Vectors> Hdf5File::rows(const std::string& path, size_t most) const {
    const auto dataset = openDataset(path, Content::Numbers);
    if (!dataset) return dataset.error();
    const Entry& entry = *find(path);
    if (entry.extents.empty() || entry.extents.size() > 2)
        return inputError(fmt::format("has {} dimensions, not rows and columns", entry.extents.size()),
                          "name a dataset of two dimensions", name_ + ": " + path);
    const size_t rows = std::min(most, entry.extents[0]);
    const size_t columns = entry.extents.size() == 2 ? entry.extents[1] : 1;
    const Handle space(H5Dget_space(dataset->id), H5Sclose);
    const hsize_t start[2] = {0, 0}, count[2] = {rows, columns};
    const Handle memory(H5Screate_simple(static_cast<int>(entry.extents.size()), count, nullptr), H5Sclose);
    if (rows == 0 || columns == 0) return Vectors(0, columns, std::vector<float>());
    if (!space || !memory ||
        H5Sselect_hyperslab(space.id, H5S_SELECT_SET, start, nullptr, count, nullptr) < 0)
        return damaged(path);
    const bool isSingle = entry.type == "float16" || entry.type == "float32" ||
                          entry.type.ends_with("int8") || entry.type.ends_with("int16") ||
                          entry.type == "bool";
    const auto read = [&](auto values, hid_t type) -> Result<Vectors> {
        if (H5Dread(dataset->id, type, memory.id, space.id, H5P_DEFAULT, values.data()) < 0)
            return damaged(path);
        return Vectors(rows, columns, std::move(values));
    };
    if (isSingle) return read(std::vector<float>(rows * columns), H5T_NATIVE_FLOAT);
    return read(std::vector<double>(rows * columns), H5T_NATIVE_DOUBLE);
}

Result<std::vector<double>> Hdf5File::numbers(const std::string& path) const {
    const auto dataset = openDataset(path, Content::Numbers);
    if (!dataset) return dataset.error();
    std::vector<double> values(countOf(find(path)->extents));
    if (!values.empty() &&
        H5Dread(dataset->id, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) < 0)
        return damaged(path);
    return values;
}

Result<std::vector<int64_t>> Hdf5File::wholeNumbers(const std::string& path) const {
    const auto dataset = openDataset(path, Content::Numbers);
    if (!dataset) return dataset.error();
    std::vector<int64_t> values(countOf(find(path)->extents));
    if (!values.empty() &&
        H5Dread(dataset->id, H5T_NATIVE_INT64, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) < 0)
        return damaged(path);
    return values;
}

Result<std::vector<std::string>> Hdf5File::texts(const std::string& path) const {
    const auto dataset = openDataset(path, Content::Text);
    if (!dataset) return dataset.error();
    const size_t count = countOf(find(path)->extents);
    const Handle type(H5Dget_type(dataset->id), H5Tclose), space(H5Dget_space(dataset->id), H5Sclose);
    if (!type || !space) return damaged(path);
    const size_t size = H5Tget_size(type.id);
    if (size == 0 || (count > 0 && size > largestArray() / count)) return damaged(path);
    if (count == 0) return std::vector<std::string>();
    auto texts = readTexts(type.id, space.id, count, [&](hid_t memory, void* into) {
        return H5Dread(dataset->id, memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, into);
    });
    if (!texts) return damaged(path);
    return std::move(*texts);
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

std::vector<std::string> Hdf5File::textAttribute(const std::string& path, const std::string& name) const {
    const Handle attribute(H5Aopen_by_name(file_->id, path.c_str(), name.c_str(), H5P_DEFAULT, H5P_DEFAULT),
                           H5Aclose);
    if (!attribute) return {};
    const Handle type(H5Aget_type(attribute.id), H5Tclose), space(H5Aget_space(attribute.id), H5Sclose);
    if (!type || !space || H5Tget_class(type.id) != H5T_STRING) return {};
    const hssize_t count = H5Sget_simple_extent_npoints(space.id);
    const size_t size = H5Tget_size(type.id);
    if (count <= 0 || size == 0 || static_cast<uint64_t>(count) > largestArray() / (size + 8)) return {};
    return readTexts(type.id, space.id, static_cast<size_t>(count),
                     [&](hid_t memory, void* into) { return H5Aread(attribute.id, memory, into); })
        .value_or(std::vector<std::string>());
}

std::vector<int64_t> Hdf5File::numberAttribute(const std::string& path, const std::string& name) const {
    const Handle attribute(H5Aopen_by_name(file_->id, path.c_str(), name.c_str(), H5P_DEFAULT, H5P_DEFAULT),
                           H5Aclose);
    if (!attribute) return {};
    const Handle type(H5Aget_type(attribute.id), H5Tclose), space(H5Aget_space(attribute.id), H5Sclose);
    if (!type || !space || H5Tget_class(type.id) != H5T_INTEGER) return {};
    const hssize_t count = H5Sget_simple_extent_npoints(space.id);
    if (count <= 0 || count > 1000) return {};
    std::vector<int64_t> values(static_cast<size_t>(count));
    if (H5Aread(attribute.id, H5T_NATIVE_INT64, values.data()) < 0) return {};
    return values;
}

}  // namespace horo
