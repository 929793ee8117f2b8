package danvan.form.session;

import java.util.List;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.condition.IFunctionHandler;

/** A function of our own that a form's expressions may call, with whatever arguments. */
record FormFunction(String name, Value value) implements IFunctionHandler {
    interface Value {
        Object of(Object[] args, EvaluationContext place);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public List<Class<?>[]> getPrototypes() {
        return List.<Class<?>[]>of(new Class<?>[0]);
    }

    @Override
    public boolean rawArgs() {
        return true;
    }

    @Override
    public Object eval(Object[] args, EvaluationContext context) {
        return value.of(args, context);
    }
}
