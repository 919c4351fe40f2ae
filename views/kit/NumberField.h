// A number with its unit, checked while it is typed.
#pragma once

#include <QtWidgets/QLineEdit>

#include <limits>
#include <optional>

namespace horo::views {

/// Takes "0.1", "1e-3", "1,000" and both minus signs. Up and Down step.
class NumberField : public QLineEdit {
    Q_OBJECT

public:
    struct Range {
        double least = -std::numeric_limits<double>::infinity();
        double most = std::numeric_limits<double>::infinity();
        bool whole = false;  ///< integers only
        bool operator==(const Range&) const = default;
    };

    explicit NumberField(QWidget* parent = nullptr);

    void setRange(const Range& range);
    /// Stands inside the field at the right, for example "per pair".
    void setUnit(const QString& unit);
    void setValue(double value);

    /// The number, or nothing while the text is none or out of range.
    std::optional<double> value() const;
    /// What is wrong, in a short line; empty when all is well.
    QString problem() const;

Q_SIGNALS:
    void valueChanged(double value);
    /// Empty when the problem is gone.
    void problemChanged(const QString& problem);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void check();
    void step(int direction);

    Range range_;
    QString unit_, lastProblem_;
};

}  // namespace horo::views
