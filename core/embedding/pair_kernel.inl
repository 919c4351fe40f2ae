// Included by pair_kernel_baseline.cpp, _avx2.cpp and _avx512.cpp, which set HOROCYCLE_KERNEL (a namespace)
// and HOROCYCLE_VECTOR_BYTES. Uses no inline function of any library: the linker could keep the copy that was
// compiled for a newer processor.
//
// Notation: a = 1 - |u|^2, b = 1 - |v|^2 (gaps), D = |u - v|^2, d the distance, y = cosh d - 1 = 2 D / (a b).
// Everything is written with y and sums of positive numbers, so that nothing cancels near the rim.
#include <utility>

#include "core/embedding/pair_kernel.h"

namespace horo::HOROCYCLE_KERNEL {

template <class T>
PairKernel<T> stepKernel(StepGeometry geometry);

namespace {

#define HOROCYCLE_INLINE inline __attribute__((always_inline))

template <class T>
struct Numbers;
template <>
struct Numbers<float> {
    typedef float Vector __attribute__((vector_size(HOROCYCLE_VECTOR_BYTES)));
    static constexpr float leastSinh = 1e-4f;
    static HOROCYCLE_INLINE float squareRoot(float x) { return __builtin_sqrtf(x); }
};
template <>
struct Numbers<double> {
    typedef double Vector __attribute__((vector_size(HOROCYCLE_VECTOR_BYTES)));
    static constexpr double leastSinh = 1e-8;
    static HOROCYCLE_INLINE double squareRoot(double x) { return __builtin_sqrt(x); }
};

template <class T>
using Vector = typename Numbers<T>::Vector;
template <class T>
constexpr size_t lanes = HOROCYCLE_VECTOR_BYTES / sizeof(T);

// Where lane i of a combination comes from: blocks of 2 * step lanes, the first half from the first vector.
template <size_t step, size_t lanes>
constexpr int sourceLane(size_t i) {
    const size_t place = i % (2 * step), block = i - place;
    return static_cast<int>(place < step ? i : lanes + block + place - step);
}

template <size_t step, class V, size_t... i>
HOROCYCLE_INLINE V combine(V a, V b, std::index_sequence<i...>) {
    constexpr size_t count = sizeof...(i);
    return __builtin_shufflevector(a, b, sourceLane<step, count>(i)...) +
           __builtin_shufflevector(a, b, (sourceLane<step, count>(i) + static_cast<int>(step))...);
}

template <size_t step, class T>
HOROCYCLE_INLINE void combineAll(Vector<T> (&rows)[lanes<T>]) {
    if constexpr (step < lanes<T>) {
        for (size_t i = 0; i < lanes<T> / (2 * step); ++i)
            rows[i] = combine<step>(rows[2 * i], rows[2 * i + 1], std::make_index_sequence<lanes<T>>());
        combineAll<2 * step, T>(rows);
    }
}

/// Lane i of the result is the sum over the lanes of rows[i]; overwrites rows.
template <class T>
HOROCYCLE_INLINE Vector<T> sums(Vector<T> (&rows)[lanes<T>]) {
    combineAll<1, T>(rows);
    return rows[0];
}

template <size_t step, class V, size_t... i>
HOROCYCLE_INLINE V fold(V vector, std::index_sequence<i...>) {
    return vector + __builtin_shufflevector(vector, vector, static_cast<int>((i + step) % sizeof...(i))...);
}

/// The sum over the lanes, by halves.
template <class T, size_t step = lanes<T> / 2>
HOROCYCLE_INLINE T sum(Vector<T> vector) {
    if constexpr (step == 0)
        return vector[0];
    else
        return sum<T, step / 2>(fold<step>(vector, std::make_index_sequence<lanes<T>>()));
}

/// One pair at a time. `width` = vectors of a row, 0 = as many as `dim` needs, known at run time only.
template <class T, StepGeometry geometry, size_t width>
class Stepper {
public:
    explicit Stepper(const PairWork<T>& work)
        : work_(work), width_(width ? width : (work.dim + lanes<T> - 1) / lanes<T>) {
        const size_t padded = PairWork<T>::padded(work.candidates);
        squares_ = work.scratch;
        gaps_ = squares_ + padded;
        inverse_ = gaps_ + padded;
        sinh_ = inverse_ + padded;
        weight_ = sinh_ + padded;
        away_ = weight_ + padded;
        out_ = away_ + padded;
        pull_ = out_ + padded;
    }

    double step(const uint32_t* nodes, const uint32_t* next) {
        Vector<T>* u = row(nodes[0]);
        T gap = 1;
        if constexpr (isBall) gap = ownGap(u);
        measure(u, nodes + 1, next);
        const T total = weigh(gap);
        const double loss = __builtin_log(static_cast<double>(total) / static_cast<double>(weight_[0]));
        coefficients(gap, 1 / total);
        move(u, gap, nodes + 1);
        return loss;
    }

private:
    static constexpr bool isBall = geometry != StepGeometry::Euclidean;

    HOROCYCLE_INLINE size_t vectors() const { return width ? width : width_; }
    HOROCYCLE_INLINE Vector<T>* row(uint32_t node) const {
        return reinterpret_cast<Vector<T>*>(work_.table + node * work_.stride);
    }

    HOROCYCLE_INLINE T squaredNorm(const Vector<T>* x) const {
        Vector<T> squares{};
        for (size_t i = 0; i < vectors(); ++i)
            squares += x[i] * x[i];
        return sum<T>(squares);
    }

    /// Brings a row that is too far out back to the least gap.
    __attribute__((noinline, cold)) void hold(Vector<T>* x) const {
        const T scale = Numbers<T>::squareRoot((1 - work_.leastGap) / squaredNorm(x));
        for (size_t i = 0; i < vectors(); ++i)
            x[i] *= scale;
    }

    HOROCYCLE_INLINE T ownGap(Vector<T>* u) const {
        const T gap = 1 - squaredNorm(u);
        if (__builtin_expect(gap < work_.leastGap, 0)) {
            hold(u);
            return work_.leastGap;
        }
        return gap;
    }

    /// |u - c|^2 and 1 - |c|^2 of all candidates; asks for the rows of the next pair.
    HOROCYCLE_INLINE void measure(const Vector<T>* u, const uint32_t* candidates, const uint32_t* next) {
        const size_t count = work_.candidates;
        for (size_t k = 0; k < PairWork<T>::padded(count); k += lanes<T>) {
            Vector<T> squares[lanes<T>], norms[lanes<T>];
            for (size_t i = 0; i < lanes<T>; ++i) {
                const size_t candidate = k + i < count ? k + i : 0;  // what pads is not read later
                const Vector<T>* c = row(candidates[candidate]);
                __builtin_prefetch(row(next[candidate]), 1);
                if constexpr (sizeof(T) * lanes<T> * (width ? width : 2) > 64)
                    __builtin_prefetch(reinterpret_cast<const char*>(row(next[candidate])) + 64, 1);
                Vector<T> square{}, norm{};
                for (size_t j = 0; j < vectors(); ++j) {
                    const Vector<T> value = c[j], difference = u[j] - value;
                    square += difference * difference;
                    norm += value * value;
                }
                squares[i] = square;
                norms[i] = norm;
            }
            *reinterpret_cast<Vector<T>*>(squares_ + k) = sums<T>(squares);
            if constexpr (isBall) *reinterpret_cast<Vector<T>*>(gaps_ + k) = 1 - sums<T>(norms);
        }
        if constexpr (isBall) {
            bool far = false;
            for (size_t k = 0; k < count; ++k)
                far |= gaps_[k] < work_.leastGap;
            if (__builtin_expect(far, 0)) holdCandidates(u, candidates);
        }
    }

    __attribute__((noinline, cold)) void holdCandidates(const Vector<T>* u, const uint32_t* candidates) {
        for (size_t k = 0; k < work_.candidates; ++k) {
            if (!(gaps_[k] < work_.leastGap)) continue;
            Vector<T>* c = row(candidates[k]);
            hold(c);
            Vector<T> squares{};
            for (size_t i = 0; i < vectors(); ++i)
                squares += (u[i] - c[i]) * (u[i] - c[i]);
            squares_[k] = sum<T>(squares);
            gaps_[k] = work_.leastGap;
        }
        for (size_t k = work_.candidates; k < PairWork<T>::padded(work_.candidates); ++k)
            squares_[k] = gaps_[k] = 1;
    }

    /// sinh d and exp(-d) (up to a common factor in flat space) of all candidates; returns the sum of the
    /// latter.
    HOROCYCLE_INLINE T weigh(T gap) {
        const size_t count = work_.candidates, padded = PairWork<T>::padded(count);
        if constexpr (isBall) {
            const T scale = 2 / gap;
            for (size_t k = 0; k < padded; ++k) {
                inverse_[k] = 1 / gaps_[k];
                const T y = scale * squares_[k] * inverse_[k];
                const T sinh = Numbers<T>::squareRoot(y * (y + 2));
                sinh_[k] = sinh > Numbers<T>::leastSinh ? sinh : Numbers<T>::leastSinh;
                weight_[k] = 1 / (1 + y + sinh);
            }
        } else {
            T nearest = Numbers<T>::squareRoot(squares_[0]);
            for (size_t k = 0; k < padded; ++k) {
                sinh_[k] = Numbers<T>::squareRoot(squares_[k]);
                nearest = sinh_[k] < nearest ? sinh_[k] : nearest;
            }
            for (size_t k = 0; k < count; ++k)
                weight_[k] = static_cast<T>(__builtin_exp(static_cast<double>(nearest - sinh_[k])));
            for (size_t k = 0; k < count; ++k)
                sinh_[k] = sinh_[k] > Numbers<T>::leastSinh ? sinh_[k] : Numbers<T>::leastSinh;
        }
        for (size_t k = count; k < padded; ++k)
            weight_[k] = 0;
        Vector<T> total{};
        for (size_t k = 0; k < padded; k += lanes<T>)
            total += *reinterpret_cast<const Vector<T>*>(weight_ + k);
        return sum<T>(total);
    }

    /// From the gradients of the distances, -p_k for strangers and 1 - p_0 for the ancestor: the candidate's
    /// move away * (c - u) + out * c, and u's share pull * (u - c) of its own.
    HOROCYCLE_INLINE void coefficients(T gap, T inverseTotal) {
        const size_t padded = PairWork<T>::padded(work_.candidates);
        for (size_t k = 0; k < padded; ++k)
            weight_[k] *= -inverseTotal;
        weight_[0] += 1;
        coefficientsOf(padded, -work_.rate, gap, weight_, sinh_, squares_, gaps_, inverse_, away_, out_,
                       pull_);
    }

    /// Apart for the sake of `restrict`, without which the compiler would not use vectors.
    static HOROCYCLE_INLINE void coefficientsOf(size_t count, T towards, T gap, const T* __restrict weight,
                                                const T* __restrict sinh, const T* __restrict squares,
                                                const T* __restrict gaps, const T* __restrict inverse,
                                                T* __restrict away, T* __restrict out, T* __restrict pull) {
        const T inverseGap = 1 / gap;
        for (size_t k = 0; k < count; ++k) {
            const T length = towards * weight[k];  // along the geodesic from u, away from it
            const T perSinh = length / sinh[k];
            if constexpr (geometry == StepGeometry::Euclidean) {
                away[k] = perSinh;
                out[k] = 0;
                pull[k] = perSinh;
            } else {
                const T b = gaps[k];
                pull[k] = perSinh * gap * inverse[k];
                if constexpr (geometry == StepGeometry::BallRetraction) {
                    away[k] = perSinh * b * inverseGap;
                    out[k] = perSinh * inverseGap * squares[k];
                } else {
                    // On the hyperboloid the step is v' = A v - B u, B = sinh(s) / sinh(d) and
                    // A = cosh(s) + B cosh(d). Here: projected to the ball and freed of cancellation,
                    // with W = A - 1 - B.
                    const T s2 = length * length;
                    const T coshMinusOne = s2 * T(1. / 2) * (1 + s2 * T(1. / 12) * (1 + s2 * T(1. / 30)));
                    const T bigB =
                        perSinh * (1 + s2 * T(1. / 6) * (1 + s2 * T(1. / 20) * (1 + s2 * T(1. / 42))));
                    const T bigW = coshMinusOne + 2 * bigB * inverseGap * squares[k] * inverse[k];
                    const T scale = 1 / (1 + bigW * (1 - b * T(0.5)) + bigB * (gap - b) * inverseGap);
                    away[k] = bigB * b * inverseGap * scale;
                    out[k] = b * T(0.5) * bigW * scale;
                }
            }
        }
    }

    HOROCYCLE_INLINE void move(Vector<T>* u, T gap, const uint32_t* candidates) {
        constexpr size_t most = width ? width : 1;
        Vector<T> kept[most], pulls[most] = {};
        if constexpr (width > 0) {
            for (size_t j = 0; j < width; ++j)
                kept[j] = u[j];
            for (size_t k = 0; k < work_.candidates; ++k) {
                Vector<T>* c = row(candidates[k]);
                for (size_t j = 0; j < width; ++j) {
                    const Vector<T> value = c[j], difference = kept[j] - value;
                    pulls[j] += pull_[k] * difference;
                    c[j] = value - away_[k] * difference + out_[k] * value;
                }
            }
            moveOwn(u, pulls, gap);
        } else {
            moveWide(u, gap, candidates);
        }
    }

    /// Rows of any width, in pieces, u last.
    __attribute__((noinline)) void moveWide(Vector<T>* u, T gap, const uint32_t* candidates) {
        // The piece of u's pull goes to the stack; 4096 numbers are the most a row may have.
        Vector<T> pulls[4096 / lanes<T>];
        for (size_t j = 0; j < vectors(); ++j)
            pulls[j] = Vector<T>{};
        for (size_t k = 0; k < work_.candidates; ++k) {
            Vector<T>* c = row(candidates[k]);
            for (size_t j = 0; j < vectors(); ++j) {
                const Vector<T> value = c[j], difference = u[j] - value;
                pulls[j] += pull_[k] * difference;
                c[j] = value - away_[k] * difference + out_[k] * value;
            }
        }
        moveOwn(u, pulls, gap);
    }

    HOROCYCLE_INLINE void moveOwn(Vector<T>* u, Vector<T>* step, T gap) {
        if constexpr (isBall) {
            Vector<T> outward{};
            for (size_t k = 0; k < PairWork<T>::padded(work_.candidates); k += lanes<T>)
                outward += *reinterpret_cast<const Vector<T>*>(pull_ + k) *
                           *reinterpret_cast<const Vector<T>*>(squares_ + k);
            const T share = sum<T>(outward) / gap;
            for (size_t j = 0; j < vectors(); ++j)
                step[j] += share * u[j];
        }
        const T squares = squaredNorm(step);
        if constexpr (geometry == StepGeometry::Euclidean) {
            const T scale = squares > 1 ? 1 / Numbers<T>::squareRoot(squares) : 1;
            for (size_t j = 0; j < vectors(); ++j)
                u[j] += scale * step[j];
        } else if constexpr (geometry == StepGeometry::BallRetraction) {
            const T length = 2 * Numbers<T>::squareRoot(squares) / gap, scale = length > 1 ? 1 / length : 1;
            for (size_t j = 0; j < vectors(); ++j)
                u[j] += scale * step[j];
        } else {
            // u (+) y with y = tanh(length / 2) along the step.
            const T norm = Numbers<T>::squareRoot(squares), length = 2 * norm / gap;
            const T half = (length < 1 ? length : T(1)) / 2, h2 = half * half;
            const T tanh =
                half * (945 + h2 * (105 + h2)) / (945 + h2 * (420 + h2 * 15));  // to 1e-9 below 1/2
            const T scale = norm > 0 ? tanh / norm : 0, y2 = tanh * tanh;
            Vector<T> products{};
            for (size_t j = 0; j < vectors(); ++j)
                products += u[j] * step[j];
            const T factor = gap / (1 + 2 * scale * sum<T>(products) + (1 - gap) * y2);
            for (size_t j = 0; j < vectors(); ++j)
                u[j] += factor * (scale * step[j] + y2 * u[j]);
        }
    }

    const PairWork<T>& work_;
    size_t width_;
    T *squares_, *gaps_, *inverse_, *sinh_, *weight_, *away_, *out_, *pull_;
};

template <class T, StepGeometry geometry, size_t width>
double stepAll(const PairWork<T>& work) {
    Stepper<T, geometry, width> stepper(work);
    const size_t nodesPerPair = work.candidates + 1;
    double loss = 0;
    for (size_t pair = 0; pair < work.pairs; ++pair) {
        const uint32_t* nodes = work.nodes + pair * nodesPerPair;
        const uint32_t* next = pair + 1 < work.pairs ? nodes + nodesPerPair : nodes;
        loss += stepper.step(nodes, next + 1);
    }
    return loss;
}

template <class T, StepGeometry geometry>
double stepForWidth(const PairWork<T>& work) {
    switch ((work.dim + lanes<T> - 1) / lanes<T>) {
        case 1:
            return stepAll<T, geometry, 1>(work);
        case 2:
            return stepAll<T, geometry, 2>(work);
        case 3:
            return stepAll<T, geometry, 3>(work);
        case 4:
            return stepAll<T, geometry, 4>(work);
        default:
            return stepAll<T, geometry, 0>(work);
    }
}

}  // namespace

template <class T>
PairKernel<T> stepKernel(StepGeometry geometry) {
    switch (geometry) {
        case StepGeometry::BallRetraction:
            return stepForWidth<T, StepGeometry::BallRetraction>;
        case StepGeometry::BallExponential:
            return stepForWidth<T, StepGeometry::BallExponential>;
        case StepGeometry::Euclidean:
            break;
    }
    return stepForWidth<T, StepGeometry::Euclidean>;
}

template PairKernel<float> stepKernel<float>(StepGeometry);
template PairKernel<double> stepKernel<double>(StepGeometry);

}  // namespace horo::HOROCYCLE_KERNEL
