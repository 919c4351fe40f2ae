// A line of a form.
#pragma once

#include <QtWidgets/QWidget>

namespace horo::views {

class ElidedLabel;
class Label;

/// Label (104 px) and control; what is wrong with the value stands in one line below.
class FormRow : public QWidget {
    Q_OBJECT

public:
    /// Takes over `control`. A NumberField tells its problems by itself.
    FormRow(const QString& label, QWidget* control, QWidget* parent = nullptr);

    QWidget* control() const { return control_; }
    /// An empty text takes the error away.
    void setError(const QString& error);
    QString error() const;
    /// One sentence, shown as tooltip.
    void setHelp(const QString& help);

private:
    ElidedLabel* label_;
    QWidget* control_;
    Label* error_;
};

}  // namespace horo::views
