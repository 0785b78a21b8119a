{{/* Over nodes and zones as far as there are some, unless values say otherwise. A constraint without a selector is of our pods. */}}
{{- define "garbanzo.spread" -}}
{{- $selector := dict "matchLabels" (include "garbanzo.selector" . | fromYaml) -}}
{{- $constraints := .Values.topologySpreadConstraints -}}
{{- if kindIs "invalid" $constraints -}}
{{- $constraints = list -}}
{{- range list "kubernetes.io/hostname" "topology.kubernetes.io/zone" -}}
{{- $usual := dict "maxSkew" 1 "topologyKey" . "whenUnsatisfiable" "ScheduleAnyway" "matchLabelKeys" (list "pod-template-hash") -}}
{{- $constraints = append $constraints $usual -}}
{{- end -}}
{{- end -}}
{{- range $constraints }}
{{- $constraint := hasKey . "labelSelector" | ternary . (set (deepCopy .) "labelSelector" $selector) }}
- {{ toYaml $constraint | nindent 2 | trim }}
{{- end }}
{{- end -}}
